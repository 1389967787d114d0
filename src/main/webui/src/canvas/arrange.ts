import { graphlib, layout } from '@dagrejs/dagre'
import type { CampaignGraph } from '../graph/campaign'
import { heightOf, keyOfEntry, keyOfNode, labelOf, WIDTH, type Places } from './model'

/** From so many nodes on the quicker way of ranking them is good enough. */
const MANY = 100

/** Places for all elements: from the entries downwards, with room for what is written on the edges. */
export function arranged(graph: CampaignGraph): Places {
  const drawing = new graphlib.Graph({ multigraph: true })
  drawing.setGraph({
    rankdir: 'TB',
    nodesep: 48,
    edgesep: 24,
    ranksep: 40,
    ranker: graph.nodes.length > MANY ? 'tight-tree' : 'network-simplex',
  })
  for (const entry of graph.entries) drawing.setNode(keyOfEntry(entry.id), { width: WIDTH, height: 60 })
  for (const node of graph.nodes)
    drawing.setNode(keyOfNode(node.id), { width: WIDTH, height: heightOf(node) })
  const nodes = new Set(graph.nodes.map(({ id }) => id))
  for (const { id, to } of graph.entries)
    if (nodes.has(to)) drawing.setEdge(keyOfEntry(id), keyOfNode(to), { minlen: 1 }, id)
  for (const edge of graph.edges) {
    const { id, from, to } = edge
    if (nodes.has(from) && nodes.has(to) && from !== to)
      drawing.setEdge(keyOfNode(from), keyOfNode(to), { ...labelOf(edge), labelpos: 'c' }, id)
  }
  layout(drawing)
  const place = (key: string, height: number) => {
    const { x, y } = drawing.node(key) as { x: number; y: number }
    return { x: Math.round(x - WIDTH / 2), y: Math.round(y - height / 2) }
  }
  return Object.fromEntries([
    ...graph.entries.map((entry) => [entry.id, place(keyOfEntry(entry.id), 60)]),
    ...graph.nodes.map((node) => [node.id, place(keyOfNode(node.id), heightOf(node))]),
  ]) as Places
}

/** The places that are known, and for the rest such as nobody stands on; all anew where hardly any is known. */
export function completed(graph: CampaignGraph, known: Places): Places {
  const all = [...graph.entries.map(({ id }) => id), ...graph.nodes.map(({ id }) => id)]
  const missing = all.filter((id) => !known[id])
  if (missing.length === 0) return known
  if (missing.length * 2 > all.length) return arranged(graph)
  const places = { ...known }
  for (const id of missing) places[id] = free(places, near(graph, places, id))
  return places
}

function near(graph: CampaignGraph, places: Places, id: string): { x: number; y: number } {
  const before = graph.edges.find(({ from, to }) => to === id && places[from])?.from
  if (before) return { x: places[before]!.x, y: places[before]!.y + 180 }
  const behind = graph.entries.find((entry) => entry.id === id)?.to
  if (behind && places[behind]) return { x: places[behind].x, y: places[behind].y - 140 }
  const known = Object.values(places)
  return { x: Math.min(0, ...known.map(({ x }) => x)), y: Math.max(0, ...known.map(({ y }) => y)) + 180 }
}

/** The nearest place to the right of one that is not taken. */
export function free(places: Places, wish: { x: number; y: number }): { x: number; y: number } {
  const taken = Object.values(places)
  let { x } = wish
  while (taken.some((one) => Math.abs(one.x - x) < WIDTH && Math.abs(one.y - wish.y) < 100)) x += WIDTH + 40
  return { x: Math.round(x), y: Math.round(wish.y) }
}
