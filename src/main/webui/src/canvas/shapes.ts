import type { Finding } from '../api-types/problem'
import type { CampaignGraph, GraphEdge } from '../graph/campaign'
import { same } from '../graph/plain'
import {
  keyOfArrow,
  keyOfEdge,
  keyOfEntry,
  keyOfNode,
  type ArrowLine,
  type Difference,
  type Line,
  type Places,
  type Shape,
  type WayLine,
} from './model'

/** What is said on the canvas beside the campaign itself. */
export interface Remarks {
  /** By the keys of elements, `nodes.thank`, `edges[2]`, `entry[0]`. */
  findings: ReadonlyMap<string, Finding[]>
  /** By the keys of the canvas. */
  changes: ReadonlyMap<string, Difference>
}

/** What the elements are called to somebody who does not see them. */
export interface Wording {
  node(node: CampaignGraph['nodes'][number], findings: Finding[], change?: Difference): string
  entry(entry: CampaignGraph['entries'][number], findings: Finding[], change?: Difference): string
  edge(edge: GraphEdge, findings: Finding[], change?: Difference): string
}

const NOTHING: Finding[] = []

/** Nodes and entries as they are drawn; what has not changed is the same object as before, so that nothing is drawn anew. */
export function shapesOf(
  graph: CampaignGraph,
  places: Places,
  remarks: Remarks,
  wording: Wording,
  before: Shape[],
): Shape[] {
  const known = new Map(before.map((shape) => [shape.id, shape]))
  const nodes = graph.nodes.map((node): Shape => {
    const id = keyOfNode(node.id)
    const [findings, change] = remarked(remarks, id, id)
    return {
      id,
      type: 'node',
      position: places[node.id] ?? { x: 0, y: 0 },
      data: { node, findings, change },
      ariaLabel: wording.node(node, findings, change),
    }
  })
  const entries = graph.entries.map((entry): Shape => {
    const id = keyOfEntry(entry.id)
    const [findings, change] = remarked(remarks, `entry[${entry.index}]`, id)
    return {
      id,
      type: 'entry',
      position: places[entry.id] ?? { x: 0, y: -160 },
      data: { entry, findings, change },
      ariaLabel: wording.entry(entry, findings, change),
    }
  })
  return [...entries, ...nodes].map((shape) => kept(shape, known.get(shape.id)))
}

function remarked(
  { findings, changes }: Remarks,
  element: string,
  key: string,
): [Finding[], Difference | undefined] {
  return [findings.get(element) ?? NOTHING, changes.get(key)]
}

/** The shape from before if it says the same; what the canvas itself has noted about it stays with it. */
function kept(shape: Shape, old: Shape | undefined): Shape {
  if (!old) return shape
  const unmoved = old.position.x === shape.position.x && old.position.y === shape.position.y
  const unchanged = same(old.data, shape.data) && old.ariaLabel === shape.ariaLabel
  if (unmoved && unchanged) return old
  // Whoever drags it knows better where it is.
  const position = old.dragging ? old.position : shape.position
  return { ...old, ...shape, position, data: unchanged ? old.data : shape.data } as Shape
}

/** Edges, each in its lane, and the arrows of entries as they are drawn. */
export function linesOf(
  graph: CampaignGraph,
  lanes: ReadonlyMap<string, number>,
  remarks: Remarks,
  wording: Wording,
  before: Line[],
): Line[] {
  const known = new Map(before.map((line) => [line.id, line]))
  const nodes = new Set(graph.nodes.map(({ id }) => id))
  const drawn = graph.edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to))
  const siblings = counts(drawn.map(({ from }) => from))
  const ways = drawn.map((edge): WayLine => {
    const id = keyOfEdge(edge.id)
    const [findings, change] = remarked(remarks, `edges[${edge.index}]`, id)
    return {
      id,
      type: 'way',
      source: keyOfNode(edge.from),
      target: keyOfNode(edge.to),
      data: { edge, findings, change, lane: lanes.get(edge.id) ?? 0, siblings: siblings.get(edge.from) ?? 1 },
      ariaLabel: wording.edge(edge, findings, change),
    }
  })
  const arrows = graph.entries
    .filter(({ to }) => nodes.has(to))
    .map((entry): ArrowLine => ({
      id: keyOfArrow(entry.id),
      type: 'arrow',
      source: keyOfEntry(entry.id),
      target: keyOfNode(entry.to),
      data: { entry, change: remarks.changes.get(keyOfEntry(entry.id)) },
      focusable: false,
      selectable: false,
      reconnectable: 'target',
      ariaLabel: wording.entry(entry, NOTHING),
    }))
  return [...arrows, ...ways].map((line) => {
    const old = known.get(line.id)
    if (!old) return line
    const moved = old.source !== line.source || old.target !== line.target
    return !moved && same(old.data, line.data) && old.ariaLabel === line.ariaLabel
      ? old
      : ({ ...old, ...line } as Line)
  })
}

function counts(names: string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1)
  return found
}
