import type { CampaignGraph } from '../graph/campaign'
import { keyOfEdge, keyOfEntry, keyOfNode, type Difference, type Key } from './model'

interface Change {
  element: string
  name: string
  kind: Difference
}

/** Differences by the elements that they are drawn at; those of the frame are drawn nowhere. */
export function changesOf(changes: Change[]): Map<Key, Difference> {
  const keys: Record<string, (name: string) => Key> = { node: keyOfNode, edge: keyOfEdge, entry: keyOfEntry }
  const found = new Map<Key, Difference>()
  for (const { element, name, kind } of changes) {
    const key = keys[element]?.(name)
    if (key) found.set(key, kind)
  }
  return found
}

/** What is, with what is gone, as if it still were there. */
export function together(
  now: CampaignGraph,
  before: CampaignGraph,
  changes: ReadonlyMap<Key, Difference>,
): CampaignGraph {
  const gone = (key: Key) => changes.get(key) === 'removed'
  const names = new Set(now.nodes.map(({ id }) => id))
  const ways = new Set(now.edges.map(({ id }) => id))
  const doors = new Set(now.entries.map(({ id }) => id))
  return {
    ...now,
    nodes: [...now.nodes, ...before.nodes.filter(({ id }) => gone(keyOfNode(id)) && !names.has(id))],
    // What is gone has no place in the file any more.
    edges: [
      ...now.edges,
      ...before.edges
        .filter(({ id }) => gone(keyOfEdge(id)) && !ways.has(id))
        .map((edge) => ({ ...edge, index: -1 })),
    ],
    entries: [
      ...now.entries,
      ...before.entries
        .filter(({ id }) => gone(keyOfEntry(id)) && !doors.has(id))
        .map((entry) => ({ ...entry, index: -1 })),
    ],
  }
}
