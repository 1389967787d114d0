import type { CampaignGraph } from '../graph/campaign'
import { keyOfEdge, keyOfEntry, keyOfNode, kindOf, nameOf, type Key } from './model'

export type Direction = 'forward' | 'back' | 'next' | 'previous'

/** Where the selection goes along the graph: from an entry or node over its edges to nodes, and beside to siblings. */
export function walked(graph: CampaignGraph, from: Key | undefined, direction: Direction): Key | undefined {
  if (!from)
    return graph.entries[0] ? keyOfEntry(graph.entries[0].id) : graph.nodes[0] && keyOfNode(graph.nodes[0].id)
  if (direction === 'forward') return ahead(graph, from)[0]
  if (direction === 'back') return behind(graph, from)[0]
  const beside = siblings(graph, from)
  const at = beside.indexOf(from) + (direction === 'next' ? 1 : -1)
  return beside[(at + beside.length) % beside.length]
}

function ahead(graph: CampaignGraph, from: Key): Key[] {
  const name = nameOf(from)
  switch (kindOf(from)) {
    case 'nodes':
      return graph.edges.filter((edge) => edge.from === name).map(({ id }) => keyOfEdge(id))
    case 'edge':
      return graph.edges.filter(({ id }) => id === name).map(({ to }) => keyOfNode(to))
    default:
      return graph.entries.filter(({ id }) => id === name).map(({ to }) => keyOfNode(to))
  }
}

function behind(graph: CampaignGraph, from: Key): Key[] {
  const name = nameOf(from)
  switch (kindOf(from)) {
    case 'nodes':
      return [
        ...graph.edges.filter((edge) => edge.to === name).map(({ id }) => keyOfEdge(id)),
        ...graph.entries.filter(({ to }) => to === name).map(({ id }) => keyOfEntry(id)),
      ]
    case 'edge':
      return graph.edges.filter(({ id }) => id === name).map((edge) => keyOfNode(edge.from))
    default:
      return []
  }
}

/** What stands beside: the other edges of a node, the other entries, all nodes as they are written. */
function siblings(graph: CampaignGraph, of: Key): Key[] {
  const name = nameOf(of)
  switch (kindOf(of)) {
    case 'nodes':
      return graph.nodes.map(({ id }) => keyOfNode(id))
    case 'edge': {
      const from = graph.edges.find(({ id }) => id === name)?.from
      return graph.edges.filter((edge) => edge.from === from).map(({ id }) => keyOfEdge(id))
    }
    default:
      return graph.entries.map(({ id }) => keyOfEntry(id))
  }
}
