import { Document, isCollection, isMap, isSeq, LineCounter, type YAMLMap } from 'yaml'
import type { Editable, Path } from './editable'
import * as plain from './plain'
import { isMap as isPlainMap } from './print'
import { pairOf, read, valueAt, type Source } from './source'
import * as splice from './splice'

/** Why a text is no file. */
export interface Breach {
  message: string
  line: number
  column: number
}

/**
 * A campaign file: a text, and what stands in it. What a change does not touch keeps its comments and its
 * form; where the text cannot be changed in place it is printed anew.
 */
export class CampaignFile implements Editable {
  readonly text: string
  readonly breaches: Breach[]
  private readonly source: Source
  private readonly values: unknown

  private constructor(text: string) {
    this.text = text
    this.source = read(text)
    this.breaches = breaches(this.source)
    this.values = this.breaches.length === 0 ? (this.source.document.toJS() as unknown) : undefined
  }

  static of(text: string): CampaignFile {
    return new CampaignFile(text)
  }

  /** Whether anything can be read at all. */
  get readable(): boolean {
    return this.breaches.length === 0
  }

  /** The value as it is: not to be changed. */
  get(path: Path): unknown {
    return plain.at(this.values, path)
  }

  set(path: Path, given: unknown): CampaignFile {
    if (given === undefined) return this.remove(path)
    const value = plain.told(given)
    const old = this.get(path)
    if (plain.same(old, value)) return this
    if (isPlainMap(old) && isPlainMap(value) && Object.keys(old).some((key) => key in value))
      return this.merged(path, old, value)
    if (Array.isArray(old) && Array.isArray(value) && old.length > 0 && value.length > 0)
      return this.aligned(path, old, value)
    return this.put(path, value)
  }

  remove(path: Path): CampaignFile {
    if (valueAt(this.source, path) === undefined || path.length === 0) return this
    const parent = this.get(path.slice(0, -1))
    const rest = Array.isArray(parent)
      ? parent.filter((_, i) => i !== path.at(-1))
      : Object.fromEntries(Object.entries(parent as object).filter(([key]) => key !== String(path.at(-1))))
    return this.changed(
      splice.removed(this.source, path),
      plain.withValue(this.values, path.slice(0, -1), rest),
      (document) => document.deleteIn(path),
    )
  }

  insert(path: Path, index: number, given: unknown): CampaignFile {
    const list = this.get(path)
    const value = plain.told(given)
    if (!Array.isArray(list)) return this.set(path, [value])
    const items = [...(list as unknown[])]
    items.splice(index, 0, value)
    return this.changed(
      splice.inserted(this.source, path, index, value),
      plain.withValue(this.values, path, items),
      (document) => {
        const found = document.getIn(path, true)
        if (isSeq(found)) found.items.splice(index, 0, document.createNode(value))
      },
    )
  }

  /** Moves an item of the list there, so that it has the index `to` afterwards. */
  move(path: Path, from: number, to: number): CampaignFile {
    const items = [...((this.get(path) as unknown[] | undefined) ?? [])]
    if (from === to || from >= items.length || to >= items.length) return this
    items.splice(to, 0, ...items.splice(from, 1))
    return this.changed(
      splice.moved(this.source, path, from, to),
      plain.withValue(this.values, path, items),
      (document) => {
        const found = document.getIn(path, true)
        if (isSeq(found)) found.items.splice(to, 0, ...found.items.splice(from, 1))
      },
    )
  }

  /** Gives what is at a path of maps another key, in the same place. */
  rename(path: Path, key: string): CampaignFile {
    const parent = this.get(path.slice(0, -1))
    if (!isPlainMap(parent) || Object.hasOwn(parent, key)) return this
    const old = String(path.at(-1))
    const map = Object.fromEntries(
      Object.entries(parent).map(([one, value]) => [one === old ? key : one, value]),
    )
    return this.changed(
      splice.renamed(this.source, path, key),
      plain.withValue(this.values, path.slice(0, -1), map),
      (document) => {
        const pair = pairOf(document.getIn(path.slice(0, -1), true) as YAMLMap, old)
        if (pair) pair.key.value = key
      },
    )
  }

  /** From where to where a value stands in the text. */
  range(path: Path): [number, number] | undefined {
    const node = valueAt(this.source, path)
    return node?.range ? [node.range[0], node.range[1]] : undefined
  }

  private merged(path: Path, old: Record<string, unknown>, value: Record<string, unknown>): CampaignFile {
    const gone = Object.keys(old).filter((key) => !(key in value))
    const without = gone.reduce<CampaignFile>((file, key) => file.remove([...path, key]), this)
    return Object.entries(value).reduce<CampaignFile>(
      (file, [key, one]) => file.set([...path, key], one),
      without,
    )
  }

  /** Changes a list where it differs, so that equal items at both its ends stay as they are written. */
  private aligned(path: Path, old: unknown[], value: unknown[]): CampaignFile {
    const shorter = Math.min(old.length, value.length)
    let head = 0
    while (head < shorter && plain.same(old[head], value[head])) head++
    let tail = 0
    while (tail < shorter - head && plain.same(old.at(-1 - tail), value.at(-1 - tail))) tail++
    const common = shorter - head - tail
    const steps: ((file: CampaignFile) => CampaignFile)[] = []
    for (let i = head; i < head + common; i++) steps.push((file) => file.set([...path, i], value[i]))
    for (let i = old.length - tail - 1; i >= head + common; i--)
      steps.push((file) => file.remove([...path, i]))
    for (let i = head + common; i < value.length - tail; i++)
      steps.push((file) => file.insert(path, i, value[i]))
    return steps.reduce<CampaignFile>((file, step) => step(file), this)
  }

  private put(path: Path, value: unknown): CampaignFile {
    if (valueAt(this.source, path) !== undefined)
      return this.written(path, splice.replaced(this.source, path, value), value)
    // What is missing on the way is written with the first that is missing.
    let known = path.length - 1
    while (known > 0 && !isCollection(valueAt(this.source, path.slice(0, known)))) known--
    if (this.get(path.slice(0, known)) === undefined && known > 0) known--
    const nested = path.slice(known + 1).reduceRight<unknown>((inner, step) => ({ [step]: inner }), value)
    const parent = path.slice(0, known)
    return this.written(path, splice.paired(this.source, parent, String(path[known]), nested), value)
  }

  private written(path: Path, text: string | undefined, value: unknown): CampaignFile {
    return this.changed(text, plain.withValue(this.values, path, value), (document) =>
      document.setIn(path, document.createNode(value)),
    )
  }

  /** Takes the spliced text if it says what it should, else prints the whole. */
  private changed(
    text: string | undefined,
    expected: unknown,
    change: (document: Document) => void,
  ): CampaignFile {
    if (text !== undefined) {
      const spliced = CampaignFile.of(text)
      if (spliced.readable && plain.same(spliced.values, expected)) return spliced
    }
    const document = this.source.document.clone() as Document
    if (!isMap(document.contents)) document.contents = document.createNode({})
    change(document)
    return CampaignFile.of(
      this.source.style.json
        ? `${JSON.stringify(document.toJS(), null, 2)}\n`
        : document.toString({ lineWidth: 0 }),
    )
  }
}

function breaches({ text, document }: Source): Breach[] {
  if (document.errors.length === 0) {
    if (document.contents === null || isMap(document.contents)) return []
    return [{ message: 'Expected a map of keys, but got something else.', line: 1, column: 1 }]
  }
  const lines = new LineCounter()
  for (let at = 0; at >= 0; at = text.indexOf('\n', at) + 1 || -1) lines.addNewLine(at)
  return document.errors.map(({ message, pos }) => {
    const { line, col } = lines.linePos(pos[0])
    return { message, line: Math.max(line, 1), column: Math.max(col, 1) }
  })
}
