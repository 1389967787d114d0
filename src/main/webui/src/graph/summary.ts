import { isMap } from './print'

const LONGEST = 90

/** What a trigger or a launch says, in one short line; the grammar is the service's, so that cells stay as they are. */
export function summary(given: unknown): string {
  const text = triggerText(given)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** All of what it says. */
export function triggerText(given: unknown): string {
  if (!Array.isArray(given)) return isMap(given) ? pairs(given) : plain(given)
  const rows = given.map((row) => (Array.isArray(row) ? row : [row]).map(cell).join(' or '))
  return rows.map((row) => (given.length > 1 && row.includes(' or ') ? `(${row})` : row)).join(' and ')
}

function cell(given: unknown): string {
  if (!isMap(given)) return plain(given)
  const { aggregate } = given
  return isMap(aggregate) ? `${plain(aggregate.fn)} ${pairs(without(aggregate, 'fn'))}` : pairs(given)
}

function pairs(map: Record<string, unknown>): string {
  return Object.entries(map)
    .map(([key, value]) => `${key} ${isMap(value) ? pairs(value) : plain(value)}`)
    .join(', ')
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function without(map: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([one]) => one !== key))
}
