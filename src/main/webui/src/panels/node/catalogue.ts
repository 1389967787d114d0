import type { Parameter, Vocabulary } from '../../api-types/vocabulary'

const text = (name: string, required = false): Parameter => ({ name, kind: 'text', required, choices: [] })
const value = (name: string): Parameter => ({ name, kind: 'anything', required: true, choices: [] })

/**
 * What kinds take that people expect of such an engine, where the service does not offer them or takes whatever
 * it is given.
 */
const EXPECTED: Record<string, Parameter[]> = {
  push: [text('title'), text('body', true)],
  sms: [text('body', true)],
  mail: [text('subject', true), text('body'), text('html')],
  prize: [text('draw', true)],
  discount: [value('amount')],
  grant: [text('resource', true), value('amount')],
  log: [text('text')],
}

export interface Offer {
  kind: string
  offered: boolean
}

/** The kinds of actions that may be added: those of the service first. */
export function offers({ channels }: Vocabulary): Offer[] {
  const offered = channels.map(({ kind }) => kind)
  const others = Object.keys(EXPECTED).filter((kind) => !offered.includes(kind))
  return [
    ...offered.map((kind) => ({ kind, offered: true })),
    ...others.map((kind) => ({ kind, offered: false })),
  ]
}

export function parametersOf({ channels }: Vocabulary, kind: string): Parameter[] {
  const told = channels.find((channel) => channel.kind === kind)?.parameters ?? []
  return told.length ? told : (EXPECTED[kind] ?? [])
}

/** Whether a kind takes parameters of any name. */
export function takesAny({ channels }: Vocabulary, kind: string): boolean {
  const channel = channels.find((one) => one.kind === kind)
  return !channel || channel.parameters.length === 0
}
