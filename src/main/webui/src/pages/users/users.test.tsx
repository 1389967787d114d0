import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { serve, show } from '../../test/page'
import UserPage from './UserPage'
import UsersPage from './UsersPage'
import { edgeOf, pairs, shown } from './values'

const ANNA = { id: 'anna', attributes: { name: 'Anna', email: 'a@example.org' }, latestEvent: null }

const MOMENTS = [
  {
    offset: 7,
    at: '2026-03-01T12:00:00Z',
    what: 'order',
    campaign: 'welcome',
    version: 1,
    name: 'gift',
    to: 'thank',
    detail: 'coupon',
    order: { key: 'p:1:0', status: 'done', attempts: 1 },
    values: { code: 'WELCOME-1' },
  },
  {
    offset: 7,
    at: '2026-03-01T12:00:00Z',
    what: 'refused',
    campaign: 'spring',
    version: 2,
    rule: 'spring@2/entry-1',
    name: 'limit',
    detail: '1 entries of 1.',
    event: 'e-1',
    values: {},
  },
]

const WHY = {
  user: 'anna',
  campaign: 'welcome',
  now: [
    {
      campaign: 'welcome',
      version: 1,
      rule: 'welcome@1/entry-1',
      participation: null,
      from: null,
      to: 'thank',
      verdict: 'not_held',
      detail: '',
      rows: [
        [{ text: 'user.age gte 18', holds: true, seen: { 'user.age': 30 }, where: [] }],
        [{ text: 'user.vip eq true', holds: false, seen: { 'user.vip': null }, where: [] }],
      ],
    },
  ],
  past: [],
}

const SERVICE = {
  '/v1/users': { users: [ANNA], more: false },
  '/v1/users/anna': ANNA,
  '/v1/users/anna/timeline': { moments: MOMENTS, next: null },
  '/v1/users/anna/explanations': WHY,
  '/v1/campaigns': [{ id: 'welcome' }],
}

afterEach(() => vi.unstubAllGlobals())

describe('users', () => {
  it('are found by what one writes', async () => {
    const asked = serve(SERVICE)
    show(<UsersPage />, '/users', '/users')
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Find users' }), 'ann')
    expect(await screen.findByRole('link', { name: 'anna' })).toHaveAttribute('href', '/users/anna')
    await vi.waitFor(() => expect(asked.at(-1)).toContain('search=ann'))
    expect(document.title).toContain('Users')
  })

  it('tell that nobody was found, and what went wrong', async () => {
    serve({ '/v1/users': { users: [], more: false } })
    show(<UsersPage />, '/users', '/users?search=nobody')
    expect(await screen.findByText('Nobody was found.')).toBeInTheDocument()
  })
})

describe('a user', () => {
  it('has a story in sentences', async () => {
    serve(SERVICE)
    show(<UserPage />, '/users/:id/:tab?', '/users/anna')
    const story = await screen.findByRole('list', { name: 'Timeline' })
    expect(within(story).getAllByRole('listitem')).toHaveLength(2)
    expect(story).toHaveTextContent('Action gift (coupon) at thank of welcome@1')
    expect(story).toHaveTextContent('code = WELCOME-1')
    expect(story).toHaveTextContent('Was not let into spring@2 by entry-1: the limit is reached')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Anna (anna)')
  })

  it('narrows the story down', async () => {
    const asked = serve(SERVICE)
    show(<UserPage />, '/users/:id/:tab?', '/users/anna')
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Events' }))
    await vi.waitFor(() =>
      expect(asked.at(-1)).toBe('/v1/users/anna/timeline?kind=move&kind=refusal&kind=order'),
    )
  })

  it('is told why not, cell by cell, with a sign and a word', async () => {
    serve(SERVICE)
    show(<UserPage />, '/users/:id/:tab?', '/users/anna/why?campaign=welcome')
    const way = await screen.findByRole('article', { name: 'entry-1' })
    expect(way).toHaveTextContent('holdsuser.age gte 18')
    expect(way).toHaveTextContent('seen: user.age = 30')
    expect(way).toHaveTextContent('does not holduser.vip eq true')
    expect(way).toHaveTextContent('seen: user.vip = –')
  })

  it('that is unknown is told so', async () => {
    serve({})
    show(<UserPage />, '/users/:id/:tab?', '/users/ben')
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no /v1/users/ben.')
  })
})

describe('values', () => {
  it('are shown as people read them', () => {
    expect([shown('a'), shown(1.5), shown(null), shown([1])]).toEqual(['a', '1.5', '–', '[1]'])
    expect(pairs({ a: 1, b: 'x' })).toEqual(['a = 1', 'b = x'])
    expect(edgeOf('welcome@3/thank-vip')).toBe('thank-vip')
  })
})
