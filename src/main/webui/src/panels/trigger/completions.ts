import type { Completion } from '../fields/Completed'
import { propertiesOf, type Words } from '../fields/words'
import { WORDS } from './kinds'

/** What may stand in the text of a trigger or of one of its cells. */
export function wordsFor(words: Words): Completion[] {
  const all: Completion[] = [
    ...words.events.map(({ type }) => ({ value: type, hint: 'event' })),
    ...propertiesOf(words, '').map(({ path, kinds }) => ({ value: path, hint: kinds.join(', ') })),
    ...words.profile.map(({ path }) => ({ value: `user.${path}` })),
    ...words.actions.map(({ id, kind }) => ({ value: id, hint: kind })),
    ...words.references,
    ...WORDS.map((value) => ({ value })),
  ]
  return [...new Map(all.map((one) => [one.value, one])).values()]
}
