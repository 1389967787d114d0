/** A value as people read it: text bare, everything else as JSON, and a dash where there is none. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Names with their values, such as `amount = 25`. */
export function pairs(values: Record<string, unknown>): string[] {
  return Object.entries(values).map(([name, value]) => `${name} = ${shown(value)}`)
}

/** What stands behind the version in the name of a rule: `welcome@3/thank-vip` is `thank-vip`. */
export function edgeOf(rule: string): string {
  return rule.slice(rule.lastIndexOf('/') + 1)
}
