/** Units that one number and one letter say; local ones follow the calendar, the others are exact. */
export const UNITS = {
  S: { prefix: 'PT', letter: 'S', name: 'second' },
  MIN: { prefix: 'PT', letter: 'M', name: 'minute' },
  H: { prefix: 'PT', letter: 'H', name: 'hour' },
  D: { prefix: 'P', letter: 'D', name: 'day' },
  W: { prefix: 'P', letter: 'W', name: 'week' },
  MON: { prefix: 'P', letter: 'M', name: 'month' },
  Y: { prefix: 'P', letter: 'Y', name: 'year' },
} as const
export type Unit = keyof typeof UNITS

export interface Amount {
  count: number
  unit: Unit
}

/** A duration of one unit; null where the text has several, or is none. */
export function amountOf(text: string): Amount | null {
  const found = /^(PT?)(\d{1,9})([A-Z])$/i.exec(text)
  if (!found) return null
  const [, prefix, count, letter] = found.map((part) => part.toUpperCase()) as [
    string,
    string,
    string,
    string,
  ]
  const unit = (Object.keys(UNITS) as Unit[]).find(
    (one) => UNITS[one].prefix === prefix && UNITS[one].letter === letter,
  )
  return unit ? { count: Number(count), unit } : null
}

export const textOf = ({ count, unit }: Amount): string => UNITS[unit].prefix + count + UNITS[unit].letter

/** A duration in words such as `3 days`; what is more than one number stays as it is. */
export function spoken(text: string, language: string): string {
  const amount = amountOf(text)
  return amount
    ? new Intl.NumberFormat(language, {
        style: 'unit',
        unit: UNITS[amount.unit].name,
        unitDisplay: 'long',
      }).format(amount.count)
    : text
}
