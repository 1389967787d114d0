import { describe, expect, it } from 'vitest'
import { blank, idOf, named, VALID } from './texts'

const text = '# why\ncampaign: cart # its name\nname: Cart\nnodes: {}\n'

describe('the text of a new campaign', () => {
  it('is of the campaign that was asked for', () => {
    expect(idOf(blank('hello'))).toBe('hello')
  })

  it('keeps everything but the name', () => {
    const renamed = named(text, 'basket')
    expect(idOf(renamed)).toBe('basket')
    expect(renamed).toContain('# why')
    expect(renamed).toContain('name: Cart')
  })

  it('stays the same to the letter under the same name', () => {
    const spaced = 'campaign:   cart\nnodes:   {}\n'
    expect(named(spaced, 'cart')).toBe(spaced)
  })

  it.each(['', '[', 'nodes: {}', 'campaign: [1]', '{"campaign": 7}'])('is of no campaign: %s', (broken) => {
    expect(idOf(broken)).toBe('')
  })

  it('can be JSON', () => {
    expect(idOf('{"campaign": "cart"}')).toBe('cart')
  })

  it.each([
    ['a', true],
    ['order-paid_2', true],
    ['-a', false],
    ['a b', false],
    ['a'.repeat(65), false],
  ])('is named %s: %s', (id, valid) => {
    expect(VALID.test(id)).toBe(valid)
  })
})
