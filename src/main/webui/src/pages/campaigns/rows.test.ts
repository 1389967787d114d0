import { describe, expect, it } from 'vitest'
import type { Campaign } from '../../api-types/campaigns'
import type { Draft } from '../../api-types/drafts'
import { rows } from './rows'

const campaign = (id: string, name: string, tags: string[] = []): Campaign => ({
  id,
  name,
  tags,
  version: 1,
  status: 'running',
  changedAt: '2026-07-01T12:00:00Z',
})

const draft = (id: string, name = id): Draft => ({
  campaign: id,
  name,
  revision: 1,
  state: 'draft',
  basedOn: 0,
  open: 0,
  author: 'anna',
  editedBy: 'anna',
  editedAt: '2026-07-01T12:00:00Z',
  comment: '',
})

describe('rows', () => {
  it('puts a draft beside its campaign, which keeps its name', () => {
    const found = rows([campaign('cart', 'Cart')], [draft('cart', 'Cart, renamed')], '')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ id: 'cart', name: 'Cart' })
    expect(found[0]!.draft!.name).toBe('Cart, renamed')
  })

  it('shows a draft of a campaign that is not published yet', () => {
    const found = rows([], [draft('new')], '')
    expect(found[0]!.campaign).toBeUndefined()
  })

  it('goes by name', () => {
    const found = rows([campaign('a', 'Zebra'), campaign('z', 'Ant')], [draft('m', 'Mole')], '')
    expect(found.map((row) => row.id)).toEqual(['z', 'm', 'a'])
  })

  it.each([
    ['CART', ['cart']],
    ['welcome', ['hi']],
    ['promo', ['hi']],
    [' ', ['cart', 'hi']],
    ['nothing', []],
  ])('finds %s', (search, expected) => {
    const all = [campaign('cart', 'A cart'), campaign('hi', 'Welcome', ['promo'])]
    expect(rows(all, [], search).map((row) => row.id)).toEqual(expected)
  })
})
