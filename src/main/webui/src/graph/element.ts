/** What on the canvas a finding or a choice is about. */
export type Element =
  | { kind: 'node'; id: string; action?: number }
  | { kind: 'edge'; index: number }
  | { kind: 'entry'; index: number }
  | { kind: 'settings'; part: string }

/** Reads a pointer such as `nodes.thank.actions[0]`, `edges[2].when[0][1]`, `goal.when`; undefined for the whole file. */
export function elementOf(pointer: string | undefined): Element | undefined {
  if (!pointer) return undefined
  const node = /^nodes\.([^.[]+)(?:\.actions\[(\d+)])?/.exec(pointer)
  if (node)
    return { kind: 'node', id: node[1]!, ...(node[2] === undefined ? {} : { action: Number(node[2]) }) }
  const listed = /^(edges|entry)\[(\d+)]/.exec(pointer)
  if (listed) return { kind: listed[1] === 'edges' ? 'edge' : 'entry', index: Number(listed[2]) }
  const part = /^[^.[]+/.exec(pointer)?.[0]
  return part ? { kind: 'settings', part } : undefined
}

/** A key for each element that can be drawn: what is marked under it is drawn there. */
export function keyOf(element: Element): string {
  switch (element.kind) {
    case 'node':
      return `nodes.${element.id}`
    case 'edge':
      return `edges[${element.index}]`
    case 'entry':
      return `entry[${element.index}]`
    case 'settings':
      return element.part
  }
}
