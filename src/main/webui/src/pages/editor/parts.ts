import type { Vocabulary } from '../../api-types/vocabulary'
import { offers, parametersOf, type Offer } from '../../panels/node/catalogue'

/** What there is to choose from where the service does not say what it performs. */
const USUAL = ['push', 'sms', 'mail', 'webhook', 'coupon', 'prize', 'discount', 'grant', 'log']

/** The kinds of actions that can be put on the canvas, those first that the service performs. */
export function kindsOf(words: Vocabulary): Offer[] {
  return words.channels.length > 0 ? offers(words) : USUAL.map((kind) => ({ kind, offered: true }))
}

/** What is not required, but is what people write first. */
const FIRST: Record<string, object> = {
  push: { title: '', body: '' },
  sms: { body: '' },
  mail: { subject: '', body: '' },
  webhook: { url: 'https://example.com/' },
  coupon: { pool: '' },
  prize: { draw: '' },
  discount: { amount: 0 },
  grant: { resource: '', amount: 1 },
  log: { text: '' },
}

/** What a new action says before anybody has written anything: its parameters, still empty. */
export function firstParameters(kind: string, words: Vocabulary): object {
  const required = parametersOf(words, kind).filter((parameter) => parameter.required)
  return FIRST[kind] ?? Object.fromEntries(required.map(({ name, choices }) => [name, choices[0] ?? '']))
}
