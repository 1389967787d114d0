import type { CampaignGraph, GraphEdge } from '../graph/campaign'
import { heightOf, labelOf, WIDTH, type Place, type Places, type Size } from './model'
import { wayOf, type Drawn } from './paths'

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** How far aside an edge may be drawn, the nearest first. */
const LANES = [0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 2.5, -2.5, 3, -3, 3.5, -3.5, 4, -4, 5, -5]
/** Those of an edge that leads back to its own node. */
const BESIDE = LANES.filter((lane) => lane > 0)
/** What is worse than going aside by one lane. */
const ON_A_LABEL = 12
const ON_A_NODE = 10
const THROUGH_A_NODE = 4

/**
 * How far aside each edge is drawn, so that what is written on it stands on nothing else, and it goes behind no
 * node where there is another way. Each edge takes the best that those before it have left.
 */
export function lanesOf(graph: CampaignGraph, places: Places): Map<string, number> {
  const boxes = new Map(graph.nodes.map((node) => [node.id, boxAt(places[node.id], WIDTH, heightOf(node))]))
  for (const { id } of graph.entries) boxes.set(`entry ${id}`, boxAt(places[id], WIDTH, 60))
  const nodes = [...boxes.values()]
  const labels: Box[] = []
  const lanes = new Map<string, number>()
  for (const edge of graph.edges) {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)]
    if (!from || !to) continue
    const others = nodes.filter((box) => box !== from && box !== to)
    const best = bestOf(edge, from, to, others, labels)
    lanes.set(edge.id, best.lane)
    labels.push(best.label)
  }
  return lanes
}

function bestOf(edge: GraphEdge, from: Box, to: Box, others: Box[], labels: Box[]) {
  const toItself = edge.from === edge.to
  const size = labelOf(edge)
  let best = { lane: 0, label: from, cost: Infinity }
  for (const lane of toItself ? BESIDE : LANES) {
    // Those behind are farther aside, and none is better than that.
    if (best.cost <= Math.abs(lane)) break
    const drawn = wayOf(below(from), above(to), lane, toItself)
    const label = around(drawn.label, size)
    const worth = Math.abs(lane) + cost(drawn, label, [from, to], others, labels)
    if (worth < best.cost) best = { lane, label, cost: worth }
  }
  return best
}

function cost({ points }: Drawn, label: Box, ends: Box[], others: Box[], labels: Box[]): number {
  const onLabels = labels.filter((box) => meet(box, label)).length
  const onNodes = [...ends, ...others].filter((box) => meet(box, label)).length
  const through = others.filter((box) => points.some((point) => inside(point, box))).length
  return onLabels * ON_A_LABEL + onNodes * ON_A_NODE + through * THROUGH_A_NODE
}

function boxAt(place: Place = { x: 0, y: 0 }, width: number, height: number): Box {
  return { left: place.x, right: place.x + width, top: place.y, bottom: place.y + height }
}

function around({ x, y }: Place, { width, height }: Size): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

const below = ({ left, right, bottom }: Box): Place => ({ x: (left + right) / 2, y: bottom })
const above = ({ left, right, top }: Box): Place => ({ x: (left + right) / 2, y: top })

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function inside({ x, y }: Place, { left, right, top, bottom }: Box): boolean {
  return x > left && x < right && y > top && y < bottom
}
