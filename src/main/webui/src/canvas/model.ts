import type { Edge, Node } from '@xyflow/react'
import type { Finding } from '../api-types/problem'
import type { GraphEdge, GraphEntry, GraphNode } from '../graph/campaign'

export interface Place {
  x: number
  y: number
}

/** Where nodes and entries stand, by what they are called. */
export type Places = Record<string, Place>

/** How an element differs from another version. */
export type Difference = 'added' | 'removed' | 'changed'

interface Marked {
  findings: Finding[]
  change?: Difference
}

export type NodeData = Marked & { node: GraphNode } & Record<string, unknown>
export type EntryData = Marked & { entry: GraphEntry } & Record<string, unknown>
/** @property lane how far aside of the straight way it is drawn, so that no two are drawn on each other */
export type WayData = Marked & { edge: GraphEdge; lane: number; siblings: number } & Record<string, unknown>
export type ArrowData = { entry: GraphEntry; change?: Difference } & Record<string, unknown>

export type NodeShape = Node<NodeData, 'node'>
export type EntryShape = Node<EntryData, 'entry'>
export type Shape = NodeShape | EntryShape
export type WayLine = Edge<WayData, 'way'>
export type ArrowLine = Edge<ArrowData, 'arrow'>
export type Line = WayLine | ArrowLine

/** What is selected: a key for each element. */
export type Key = string

export const keyOfNode = (id: string): Key => `nodes.${id}`
export const keyOfEntry = (id: string): Key => `entry.${id}`
export const keyOfEdge = (id: string): Key => `edge.${id}`
/** The arrow from an entry to its node; choosing it is choosing the entry. */
export const keyOfArrow = (id: string): Key => `arrow.${id}`

/** What an element is called, by its key. */
export function nameOf(key: Key): string {
  return key.slice(key.indexOf('.') + 1)
}

export function kindOf(key: Key): 'nodes' | 'entry' | 'edge' | 'arrow' {
  return key.slice(0, key.indexOf('.')) as 'nodes' | 'entry' | 'edge' | 'arrow'
}

export const WIDTH = 224

/** How high a node is drawn: enough for arranging before it has been measured. */
export function heightOf(node: GraphNode): number {
  return 42 + 24 * Math.min(node.actions.length, 5) + (node.actions.length > 1 ? 20 : 0)
}

export interface Size {
  width: number
  height: number
}

const LETTER = 6.9
const LINE = 18
const MOST_OF_LABEL = 200

/** How much room what is written on an edge takes: its text on one line or on two, and its rank before it. */
export function labelOf({ summary }: GraphEdge): Size {
  const room = MOST_OF_LABEL - 42
  const width = summary.length * LETTER
  return { width: Math.min(width, room) + 42, height: (width > room ? 2 : 1) * LINE + 4 }
}
