import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Path } from './editable'
import type { Style } from './print'

/** A text with the places of its values. */
export interface Source {
  text: string
  document: Document
  style: Style
}

export type Collection = YAMLMap | YAMLSeq

export function read(text: string): Source {
  return {
    text,
    document: parseDocument(text, { prettyErrors: false }),
    style: { json: text.trimStart().startsWith('{'), newline: text.includes('\r\n') ? '\r\n' : '\n' },
  }
}

export function valueAt({ document }: Source, path: Path): Node | null | undefined {
  let node: Node | null | undefined = document.contents
  for (const step of path) {
    if (isMap(node)) {
      const pair = pairOf(node, step)
      if (!pair) return undefined
      node = (pair.value ?? null) as Node | null
    } else node = isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined
    if (node === undefined) return undefined
  }
  return node
}

export function pairOf(map: YAMLMap, key: string | number): Pair<Scalar, Node | null> | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key)) as
    Pair<Scalar, Node | null> | undefined
}

/** Whether the value at a path, or one around it, is written in brackets. */
export function isFlow(source: Source, path: Path): boolean {
  return path.some((_, i) => {
    const node = valueAt(source, path.slice(0, i))
    return isCollection(node) && Boolean(node.flow)
  })
}

/** Where the nth of a collection begins: its key, or the value of a list; dashes are before it. */
export function startOf(node: Collection, index: number): number {
  const one = node.items[index] as Pair<Scalar> | Node
  return 'key' in one && !('range' in one) ? one.key.range![0] : (one as Node).range![0]
}

/** Where the nth of a collection ends, without comments beside it. */
export function itemEnd(source: Source, node: Collection, index: number): number {
  const one = node.items[index] as Pair<Scalar, Node | null> | Node
  if (!('key' in one) || 'range' in one) return endOf(source, one as Node)
  return one.value?.range
    ? Math.max(endOf(source, one.value), afterColon(source, one))
    : afterColon(source, one)
}

export function afterColon({ text }: Source, pair: Pair<Scalar, Node | null>): number {
  const colon = text.indexOf(':', pair.key.range![1])
  return colon < 0 ? pair.key.range![1] : colon + 1
}

export function endOf(source: Source, node: Node): number {
  if (isCollection(node) && !node.flow && node.items.length > 0)
    return itemEnd(source, node as Collection, node.items.length - 1)
  const end = node.range![1]
  const literal = isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
  return literal ? node.range![0] + source.text.slice(node.range![0], end).trimEnd().length : end
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Where the line ends, before what ends it. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  if (found < 0) return text.length
  return text[found - 1] === '\r' && found > at ? found - 1 : found
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at)
}

/** Where the lines of the nth of a block begin, with the comments directly above that are indented like it. */
export function blockStart({ text }: Source, start: number): number {
  let line = lineStart(text, start)
  const indent = /^[ ]*/.exec(text.slice(line))![0]
  while (line > 0) {
    const above = lineStart(text, line - 1)
    if (!text.startsWith(`${indent}#`, above)) break
    line = above
  }
  return line
}
