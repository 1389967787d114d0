import { expect, it } from 'vitest'
import { elementOf, keyOf } from './element'

it.each([
  ['nodes.thank', 'nodes.thank'],
  ['nodes.thank.actions[2].push.body', 'nodes.thank'],
  ['edges[2].when[0][1]', 'edges[2]'],
  ['entry[0].when', 'entry[0]'],
  ['goal.when[0][0]', 'goal'],
  ['audience', 'audience'],
])('%s is about %s', (pointer, key) => expect(keyOf(elementOf(pointer)!)).toBe(key))

it('of what is about the whole file nothing is marked', () => {
  expect(elementOf('')).toBeUndefined()
  expect(elementOf(undefined)).toBeUndefined()
})
