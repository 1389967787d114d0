import type { Mark, Marks } from './marks'
import { keyOfEdge, keyOfEntry, keyOfNode } from './model'

/** What goes on in a campaign: who waits where, and how often each way was taken; entries are among the ways. */
export interface Flow {
  nodes: Record<string, { waiting: number }>
  edges: Record<string, { total: number; lastMinute: number }>
}

/** What a simulation lights: where the user is and which ways were just followed, and those before. */
export interface Light {
  nodes: string[]
  edges: string[]
  been: { nodes: string[]; edges: string[] }
}

export function marksOfFlow({ nodes, edges }: Flow): Marks {
  const marks: Marks = {}
  for (const [id, { waiting }] of Object.entries(nodes)) marks[keyOfNode(id)] = { waiting }
  for (const [id, { total, lastMinute }] of Object.entries(edges)) put(marks, id, { total, lastMinute })
  return marks
}

export function marksOfLight(light: Light | null): Marks {
  const marks: Marks = {}
  if (!light) return marks
  for (const id of light.been.nodes) marks[keyOfNode(id)] = { lit: 'been' }
  for (const id of light.been.edges) put(marks, id, { lit: 'been' })
  for (const id of light.nodes) marks[keyOfNode(id)] = { lit: 'now' }
  for (const id of light.edges) put(marks, id, { lit: 'now' })
  return marks
}

/** A way is an edge or an entry: rules name both alike. */
function put(marks: Marks, id: string, mark: Mark): void {
  marks[keyOfEdge(id)] = mark
  if (/^entry-\d+$/.test(id)) marks[keyOfEntry(id)] = mark
}
