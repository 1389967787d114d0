/** How values are written into a file. */
export interface Style {
  json: boolean
  /** What ends a line. */
  newline: string
}

const LONGEST_LINE = 100
const WORD = /^[\p{L}_][\p{L}\p{N}_./%-]*$/u
const WORDS = /^[\p{L}_][\p{L}\p{N}_./% -]*[\p{L}\p{N}]$/u
const MEASURE = /^(\d+%|\d+\/min|\d+(\.\d+)?k?m|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?)$/
/** Words that some reader of YAML takes for something else than text. */
const TAKEN = /^(y|n|yes|no|on|off|true|false|null|nan|inf|_+)$/i

/** A value in one line, which may stand wherever a value may. */
export function flow(value: unknown, style: Style, inList = false): string {
  if (Array.isArray(value)) return list(value, style)
  if (isMap(value)) return map(value, style)
  return scalar(value, style, !inList)
}

function list(items: unknown[], style: Style): string {
  return `[${items.map((item) => flow(item, style, true)).join(', ')}]`
}

function map(value: Record<string, unknown>, style: Style): string {
  const pairs = entries(value).map(([key, one]) => `${name(key, style)}: ${flow(one, style)}`)
  if (pairs.length === 0) return '{}'
  return style.json ? `{${pairs.join(', ')}}` : `{ ${pairs.join(', ')} }`
}

/** The key of a pair. */
export function name(key: string, style: Style): string {
  return !style.json && WORD.test(key) && !TAKEN.test(key) ? key : JSON.stringify(key)
}

/** A text, number or truth value; several words need quotes unless `spaces` says otherwise. */
export function scalar(value: unknown, style: Style, spaces = true): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null)
  const bare = MEASURE.test(value) || (spaces ? WORDS : WORD).test(value) || WORD.test(value)
  return bare && !TAKEN.test(value) && !style.json ? value : JSON.stringify(value)
}

/** A value after `key:` or `-`, in this line if it fits, else in lines of this indentation. */
export function block(value: unknown, indent: number, style: Style): string {
  const inline = ` ${flow(value, style)}`
  if (typeof value === 'string') return literal(value, indent, style) ?? inline
  const fits = indent + inline.length <= LONGEST_LINE && !hasLines(value)
  if (style.json || fits || isEmpty(value)) return inline
  if (Array.isArray(value)) return lines(value.map((one) => `-${item(one, indent + 2, style)}`))
  if (!isMap(value)) return inline
  return lines(entries(value).map(([key, one]) => `${name(key, style)}:${block(one, indent + 2, style)}`))

  function lines(all: string[]): string {
    return all.map((line) => style.newline + ' '.repeat(indent) + line).join('')
  }
}

/** An item of a list after its dash: the first key of a map stands beside the dash. */
export function item(value: unknown, indent: number, style: Style): string {
  const text = block(value, indent, style)
  const start = style.newline + ' '.repeat(indent)
  return text.startsWith(start) ? ` ${text.slice(start.length)}` : text
}

function literal(text: string, indent: number, style: Style): string | undefined {
  // What a literal cannot hold as it is, quotes can.
  if (style.json || !text.includes('\n') || /^\s|[\t\r\u0000-\u0008\u0085\u2028\u2029]|\n\n$/.test(text))
    return undefined
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  const pad = ' '.repeat(indent)
  const rows = body.split('\n').map((line) => style.newline + (line ? pad + line : ''))
  return ` |${text.endsWith('\n') ? '' : '-'}${rows.join('')}`
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entries(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value).filter(([, one]) => one !== undefined)
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isMap(value) && entries(value).length === 0
}

function hasLines(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\n')
  if (Array.isArray(value)) return value.some(hasLines)
  return isMap(value) && Object.values(value).some(hasLines)
}
