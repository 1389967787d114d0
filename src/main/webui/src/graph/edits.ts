import { graphOf, listOf } from './campaign'
import type { CampaignFile } from './file'
import { isMap } from './print'

/** What may be the name of a node or campaign. */
export const NAME = /^[A-Za-z0-9_-]{1,64}$/

/** A name of a node that is free: the one given, else with a number. */
export function freeName(file: CampaignFile, wish: string): string {
  const taken = file.get(['nodes'])
  const names = isMap(taken) ? taken : {}
  for (let number = 1; ; number++) {
    const name = number === 1 ? wish : `${wish}-${number}`
    if (!Object.hasOwn(names, name)) return name
  }
}

export function addNode(file: CampaignFile, id: string, node: unknown = {}): CampaignFile {
  return file.set(['nodes', id], node)
}

/** Gives a node another name, also where edges, entries and `on-change` speak of it. */
export function renameNode(file: CampaignFile, id: string, name: string): CampaignFile {
  if (id === name || !NAME.test(name) || file.get(['nodes', name]) !== undefined) return file
  const renamed = file.rename(['nodes', id], name)
  return mentions(file, id).reduce((one, path) => one.set(path, name), renamed)
}

/** Where a file speaks of a node. */
function mentions(file: CampaignFile, id: string): (string | number)[][] {
  const { edges, entries } = graphOf(file)
  const migrate = file.get(['on-change', 'migrate'])
  return [
    ...edges.flatMap(({ index, from, to }) => [
      ...(from === id ? [['edges', index, 'from']] : []),
      ...(to === id ? [['edges', index, 'to']] : []),
    ]),
    ...entries.filter(({ to }) => to === id).map(({ index }) => ['entry', index, 'to']),
    ...Object.entries(isMap(migrate) ? migrate : {})
      .filter(([, to]) => to === id)
      .map(([from]) => ['on-change', 'migrate', from]),
  ]
}

/** What is chosen on the canvas: names of nodes, places of edges and entries in the file. */
export interface Choice {
  nodes: string[]
  edges: number[]
  entries: number[]
}

/** Takes away what is chosen, and the ways from and to nodes that go. */
export function removeAll(file: CampaignFile, { nodes, edges, entries }: Choice): CampaignFile {
  const gone = new Set(nodes)
  const graph = graphOf(file)
  const ways = graph.edges.filter((e) => edges.includes(e.index) || gone.has(e.from) || gone.has(e.to))
  const doors = graph.entries.filter((e) => entries.includes(e.index) || gone.has(e.to))
  const withoutWays = removeItems(
    file,
    'edges',
    ways.map(({ index }) => index),
  )
  const withoutDoors = removeItems(
    withoutWays,
    'entry',
    doors.map(({ index }) => index),
  )
  return nodes.reduce((one, id) => one.remove(['nodes', id]), withoutDoors)
}

function removeItems(file: CampaignFile, key: 'edges' | 'entry', indices: number[]): CampaignFile {
  // A campaign without edges has no such part; one without entries is a mistake that is to be seen.
  if (key === 'edges' && indices.length > 0 && indices.length === listOf(file.get([key])).length)
    return file.remove([key])
  return [...indices].sort((a, b) => b - a).reduce((one, index) => one.remove([key, index]), file)
}

/** A new way is the last of its node, and waits for a day until it is told for what. */
export function addEdge(
  file: CampaignFile,
  from: string,
  to: string,
  when: unknown = [['after P1D']],
): CampaignFile {
  const edges = listOf(file.get(['edges']))
  const last = edges.findLastIndex((edge) => isMap(edge) && edge.from === from)
  return file.insert(['edges'], last < 0 ? edges.length : last + 1, { from, to, when })
}

/** Leads an edge from or to another node. */
export function reconnect(file: CampaignFile, index: number, end: 'from' | 'to', node: string): CampaignFile {
  return file.set(['edges', index, end], node)
}

/** Changes the rank of an edge among those of its node, by one up (-1) or down (+1). */
export function rankEdge(file: CampaignFile, index: number, by: -1 | 1): CampaignFile {
  const { edges } = graphOf(file)
  const from = edges[index]?.from
  const siblings = edges.filter((edge) => edge.from === from).map((edge) => edge.index)
  const other = siblings[siblings.indexOf(index) + by]
  return other === undefined ? file : file.move(['edges'], index, other)
}

export function addEntry(
  file: CampaignFile,
  to: string,
  entry: object = { when: [['event order.paid']] },
): CampaignFile {
  return file.insert(['entry'], listOf(file.get(['entry'])).length, { ...entry, to })
}

export function addAction(file: CampaignFile, node: string, kind: string, parameters: unknown): CampaignFile {
  const path = ['nodes', node, 'actions']
  return file.insert(path, listOf(file.get(path)).length, { [kind]: parameters })
}
