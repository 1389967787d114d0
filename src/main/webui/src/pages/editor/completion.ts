import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { EditorState, type Extension } from '@codemirror/state'
import { isMap } from '../../graph/print'

/** What can be written: keys with what they mean, and the nodes that there are. */
export interface Known {
  keys: Completion[]
  nodes: string[]
}

/** The keys of a JSON Schema, wherever in it they stand. */
export function keysOf(schema: unknown): Completion[] {
  const found = new Map<string, string>()
  collect(schema, found)
  return [...found].map(([label, detail]) => ({
    label,
    apply: `${label}: `,
    type: 'property',
    info: detail || undefined,
  }))
}

function collect(schema: unknown, found: Map<string, string>): void {
  if (Array.isArray(schema)) return schema.forEach((one) => collect(one, found))
  if (!isMap(schema)) return
  if (isMap(schema.properties))
    for (const [key, value] of Object.entries(schema.properties)) {
      const told = isMap(value) && typeof value.description === 'string' ? value.description : ''
      if (!found.get(key)) found.set(key, told)
    }
  Object.values(schema).forEach((one) => collect(one, found))
}

/** Offers keys where keys stand, and names of nodes after `from` and `to`. */
export function completion(known: () => Known | undefined): Extension {
  const source = (context: CompletionContext): CompletionResult | null => {
    const all = known()
    if (!all) return null
    const node = context.matchBefore(/\b(from|to):\s*[\w-]*/)
    if (node) {
      const from = node.from + /^\w+:\s*/.exec(node.text)![0].length
      return { from, options: all.nodes.map((label) => ({ label, type: 'variable' })), validFor: /^[\w-]*$/ }
    }
    const key = context.matchBefore(/(^|[{,-])\s*[\w-]*/)
    if (!key || (key.text.trim() === '' && !context.explicit)) return null
    return {
      from: context.pos - /[\w-]*$/.exec(key.text)![0].length,
      options: all.keys,
      validFor: /^[\w-]*$/,
    }
  }
  return EditorState.languageData.of(() => [{ autocomplete: source }])
}
