import { actionsOf, type NamedAction } from './actions'
import type { CampaignFile } from './file'
import { isMap } from './print'
import { summary } from './summary'

export interface Action {
  /** As the service calls it. */
  id: string
  kind: string
  /** What tells it from others at a glance: a title, a pool, an address. */
  text: string
}

export interface GraphNode {
  id: string
  actions: Action[]
  strategy: string
  /** No edge leads away. */
  end: boolean
}

export interface GraphEdge {
  /** As the rules call it: `FROM-TO`, the next between the same nodes `FROM-TO-2`. */
  id: string
  /** Its place in the file. */
  index: number
  from: string
  to: string
  /** Its rank among the edges that leave its node, from 1. */
  rank: number
  summary: string
}

export interface GraphEntry {
  id: string
  index: number
  to: string
  kind: 'when' | 'launch'
  summary: string
}

/** What a campaign file draws. */
export interface CampaignGraph {
  campaign: string
  name: string
  nodes: GraphNode[]
  edges: GraphEdge[]
  entries: GraphEntry[]
}

/** Reads what can be drawn, and leaves out what cannot: what is wrong with it the checks say. */
export function graphOf(file: CampaignFile): CampaignGraph {
  const edges = edgesOf(file)
  const leaving = new Set(edges.map(({ from }) => from))
  const written = mapAt(file, 'nodes')
  const actions = actionsOf(written)
  const nodes = Object.entries(written).map(([id, node]) => ({
    id,
    actions: actions.get(id)!.map(told),
    strategy: isMap(node) && typeof node.strategy === 'string' ? node.strategy : 'serial',
    end: !leaving.has(id),
  }))
  const campaign = textOf(file.get(['campaign']))
  return { campaign, name: textOf(file.get(['name'])) || campaign, nodes, edges, entries: entriesOf(file) }
}

/** What the nodes are called. */
export function nodesOf(file: CampaignFile): string[] {
  return Object.keys(mapAt(file, 'nodes'))
}

function edgesOf(file: CampaignFile): GraphEdge[] {
  const names = new Map<string, number>()
  const ranks = new Map<string, number>()
  return listOf(file.get(['edges'])).map((edge, index) => {
    const [from, to] = isMap(edge) ? [textOf(edge.from), textOf(edge.to)] : ['', '']
    return {
      id: numbered(`${from}-${to}`, names),
      index,
      from,
      to,
      rank: counted(from, ranks),
      summary: summary(isMap(edge) ? edge.when : undefined),
    }
  })
}

function entriesOf(file: CampaignFile): GraphEntry[] {
  return listOf(file.get(['entry'])).map((given, index) => {
    const entry = isMap(given) ? given : {}
    const kind = entry.launch === undefined ? 'when' : 'launch'
    return { id: `entry-${index + 1}`, index, to: textOf(entry.to), kind, summary: summary(entry[kind]) }
  })
}

/** What of an action is shown, in this order of preference. */
const TELLING = [
  'title',
  'text',
  'subject',
  'body',
  'pool',
  'draw',
  'url',
  'resource',
  'template',
  'amount',
  'html',
]

function told({ id, kind, parameters }: NamedAction): Action {
  const found = TELLING.map((key) => parameters[key]).find(
    (value) => typeof value === 'string' || typeof value === 'number',
  )
  return { id, kind, text: found === undefined ? '' : String(found) }
}

function counted(key: string, counts: Map<string, number>): number {
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  return count
}

function numbered(key: string, counts: Map<string, number>): string {
  const count = counted(key, counts)
  return count === 1 ? key : `${key}-${count}`
}

function mapAt(file: CampaignFile, key: string): Record<string, unknown> {
  const value = file.get([key])
  return isMap(value) ? value : {}
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}
