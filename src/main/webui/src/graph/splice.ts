import { isCollection, isMap, isScalar, isSeq, Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Path } from './editable'
import * as print from './print'
import {
  afterColon,
  blockStart,
  columnOf,
  endOf,
  isFlow,
  itemEnd,
  lineEnd,
  lineStart,
  pairOf,
  startOf,
  valueAt,
  type Collection,
  type Source,
} from './source'

/** The order in which the parts of a campaign are written. */
const PARTS = [
  'campaign', 'name', 'tags', 'audience', 'schedule', 'participation', 'priority', 'quiet-hours', 'goal', 'exit',
  'on-change', 'on-resume', 'entry', 'nodes', 'edges',
] // prettier-ignore

/** Changes of a text that leave all else in it as it is; undefined where this cannot be done. */
type Spliced = string | undefined

function cut(text: string, from: number, to: number, put: string): string {
  return text.slice(0, from) + put + text.slice(to)
}

/** Writes another value where there is one. */
export function replaced(source: Source, path: Path, value: unknown): Spliced {
  const { text, style } = source
  const node = valueAt(source, path)
  const parent = valueAt(source, path.slice(0, -1))
  const step = path.at(-1)
  if (step === undefined || !isCollection(parent)) return undefined
  const isText = isScalar(node) && typeof node.value === 'string' && typeof value === 'string'
  if (isText && !value.includes('\n') && node.type && !node.type.startsWith('BLOCK'))
    return cut(text, node.range![0], node.range![1], quoted(node, value, source, isSeq(parent)))
  if (isFlow(source, path)) {
    if (!node?.range || node.range[0] === node.range[1]) return undefined
    return cut(text, node.range[0], node.range[1], print.flow(value, style, isSeq(parent)))
  }
  if (isMap(parent)) {
    const pair = pairOf(parent, step)!
    const from = afterColon(source, pair)
    const put = print.block(value, columnOf(text, pair.key.range![0]) + 2, style)
    return cut(text, from, node?.range ? Math.max(from, endOf(source, node)) : from, put)
  }
  if (!node) return undefined
  const dash = dashOf(source, parent as YAMLSeq, Number(step))
  return cut(text, dash + 1, endOf(source, node), print.item(value, columnOf(text, dash) + 2, style))
}

function quoted(node: Scalar, value: string, { style }: Source, inList: boolean): string {
  if (node.type === Scalar.QUOTE_DOUBLE) return JSON.stringify(value)
  if (node.type === Scalar.QUOTE_SINGLE) return `'${value.replaceAll("'", "''")}'`
  return print.scalar(value, style, !inList)
}

/** Puts a pair into a map that has no such key. */
export function paired(source: Source, path: Path, key: string, value: unknown): Spliced {
  const { text, style } = source
  const map = valueAt(source, path)
  if (!isMap(map) || map.items.length === 0)
    return path.length === 0 ? undefined : replaced(source, path, { [key]: value })
  const pair = `${print.name(key, style)}:`
  if (map.flow || isFlow(source, path))
    return beside(source, map, map.items.length, `${pair} ${print.flow(value, style)}`)
  const column = columnOf(text, startOf(map, 0))
  const after = path.length === 0 ? before(map, key) : map.items.length - 1
  const put = pair + print.block(value, column + 2, style)
  const apart = path.length === 0 && /\n\r?\n\S/.test(text) ? style.newline : ''
  const at = lineEnd(text, itemEnd(source, map, after))
  return cut(text, at, at, style.newline + apart + ' '.repeat(column) + put)
}

/** The rank of the last pair that a new one is to follow. */
function before(map: YAMLMap, key: string): number {
  const rank = PARTS.indexOf(key)
  const ranks = map.items.map((pair) => PARTS.indexOf(String((pair.key as Scalar).value)))
  const follows = rank < 0 ? -1 : ranks.findLastIndex((one) => one >= 0 && one < rank)
  return follows < 0 ? map.items.length - 1 : follows
}

/** Puts an item into a list. */
export function inserted(source: Source, path: Path, index: number, value: unknown): Spliced {
  const { text, style } = source
  const list = valueAt(source, path)
  if (!isSeq(list) || list.items.length === 0) return replaced(source, path, [value])
  if (list.flow || isFlow(source, path)) return beside(source, list, index, print.flow(value, style, true))
  const column = columnOf(text, dashOf(source, list, 0))
  const put = `${' '.repeat(column)}-${print.item(value, column + 2, style)}`
  if (index === 0) {
    const first = dashOf(source, list, 0)
    if (!isOwnLine(text, first)) return undefined
    const at = blockStart(source, first)
    return cut(text, at, at, put + style.newline)
  }
  const at = lineEnd(text, itemEnd(source, list, index - 1))
  return cut(text, at, at, style.newline + put)
}

/** Puts a text between the items of brackets, with the white space that is usual there. */
function beside(source: Source, node: Collection, index: number, put: string): Spliced {
  const { text } = source
  if (index < node.items.length) {
    const at = startOf(node, index)
    return cut(text, at, at, `${put},${spaceBefore(text, at)}`)
  }
  const at = itemEnd(source, node, node.items.length - 1)
  return cut(text, at, at, `,${spaceBefore(text, startOf(node, node.items.length - 1))}${put}`)
}

function spaceBefore(text: string, at: number): string {
  const space = /\s*$/.exec(text.slice(0, at))![0]
  return space.includes('\n') ? space : ' '
}

/** Takes a pair or an item away. */
export function removed(source: Source, path: Path): Spliced {
  const parentPath = path.slice(0, -1)
  const parent = valueAt(source, parentPath)
  if (!isCollection(parent)) return undefined
  const node = parent as Collection
  const index = isMap(node) ? node.items.indexOf(pairOf(node, path.at(-1)!)!) : Number(path.at(-1))
  if (node.items.length === 1) return replaced(source, parentPath, isMap(node) ? {} : [])
  return node.flow || isFlow(source, parentPath)
    ? withoutBrackets(source, node, index)
    : withoutLines(source, node, index)
}

function withoutBrackets(source: Source, node: Collection, index: number): Spliced {
  const last = index === node.items.length - 1
  const from = last ? itemEnd(source, node, index - 1) : startOf(node, index)
  return cut(source.text, from, last ? itemEnd(source, node, index) : startOf(node, index + 1), '')
}

function withoutLines(source: Source, node: Collection, index: number): Spliced {
  const { text } = source
  const start = isSeq(node) ? dashOf(source, node, index) : startOf(node, index)
  if (!isOwnLine(text, start)) {
    const next = isSeq(node) ? dashOf(source, node, index + 1) : startOf(node, index + 1)
    return cut(text, start, next, '')
  }
  let from = blockStart(source, start)
  const end = lineEnd(text, itemEnd(source, node, index))
  const rest = text.slice(end)
  // Of the empty lines on both sides, one side stays.
  if (/^\r?\n?$/.test(rest) || /^\r?\n\r?\n/.test(rest)) from = withoutEmptyLines(text, from)
  return from === 0
    ? cut(text, 0, end, '').replace(/^\r?\n/, '')
    : cut(text, newlineBefore(text, from), end, '')
}

function withoutEmptyLines(text: string, from: number): number {
  let at = from
  while (at > 0 && /^\s*$/.test(text.slice(lineStart(text, at - 1), at - 1))) at = lineStart(text, at - 1)
  return at
}

function newlineBefore(text: string, lineStart: number): number {
  return lineStart - (text[lineStart - 2] === '\r' ? 2 : 1)
}

/** Moves the lines of an item, with its comments. */
export function moved(source: Source, path: Path, from: number, to: number): Spliced {
  const { text, style } = source
  const list = valueAt(source, path)
  if (!isSeq(list) || list.flow || isFlow(source, path) || !isOwnLine(text, dashOf(source, list, 0)))
    return undefined
  const bounds = list.items.map((_, i): [number, number] => [
    blockStart(source, dashOf(source, list, i)),
    lineEnd(text, itemEnd(source, list, i)),
  ])
  const blocks = bounds.map(([start, end]) => text.slice(start, end))
  const between = bounds.slice(1).map(([start], i) => text.slice(bounds[i]![1], start))
  blocks.splice(to, 0, ...blocks.splice(from, 1))
  const put = blocks.map((block, i) => block + (between[i] ?? '')).join('')
  return blocks.length < 2 ? text : cut(text, bounds[0]![0], bounds.at(-1)![1], put || style.newline)
}

/** Gives a pair another key. */
export function renamed(source: Source, path: Path, key: string): Spliced {
  const map = valueAt(source, path.slice(0, -1))
  const pair = isMap(map) && pairOf(map, path.at(-1)!)
  return pair
    ? cut(source.text, pair.key.range![0], pair.key.range![1], print.name(key, source.style))
    : undefined
}

function dashOf({ text }: Source, list: YAMLSeq, index: number): number {
  return text.lastIndexOf('-', startOf(list, index) - 1)
}

function isOwnLine(text: string, at: number): boolean {
  return /^[ ]*$/.test(text.slice(lineStart(text, at), at))
}
