/** What can be put on the canvas, besides nodes and entries: the kinds of actions. */
export const ACTIONS = [
  'push',
  'sms',
  'mail',
  'webhook',
  'coupon',
  'prize',
  'discount',
  'grant',
  'log',
] as const

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
export function firstParameters(kind: string): object {
  return FIRST[kind] ?? {}
}
