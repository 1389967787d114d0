import type { Connection } from '@xyflow/react'
import { useMemo } from 'react'
import { kindOf, nameOf, type Key, type Line, type Place, type Places, type Shape } from './model'

/** What can be done on the canvas; where it is missing one can only look. */
export interface Hands {
  move(places: Places): void
  connect(from: string, to: string): void
  /** Leads an entry to another node. */
  lead(entry: string, to: string): void
  reconnect(edge: string, end: 'from' | 'to', node: string): void
  drop(item: string, at: Place, on: Key | undefined): void
}

/**
 * What the mouse does to shapes and lines. The functions are the same from one move of the mouse to the next:
 * with others each shape and each line would be drawn anew.
 */
export function useGestures(hands: Hands | undefined, onOpen: ((key: Key) => void) | undefined) {
  return useMemo(() => {
    const moved = (shapes: Shape[]) =>
      hands?.move(Object.fromEntries(shapes.map(({ id, position }) => [nameOf(id), rounded(position)])))
    const opened = (_: unknown, { id }: { id: Key }) => onOpen?.(id)
    return {
      onNodeDragStop: (_: unknown, __: unknown, shapes: Shape[]) => moved(shapes),
      onSelectionDragStop: (_: unknown, shapes: Shape[]) => moved(shapes),
      onNodeDoubleClick: opened,
      onEdgeDoubleClick: opened,
      onConnect: ({ source, target }: Connection) => {
        if (kindOf(target) !== 'nodes' || !hands) return
        if (kindOf(source) === 'nodes') hands.connect(nameOf(source), nameOf(target))
        else hands.lead(nameOf(source), nameOf(target))
      },
      onReconnect: (line: Line, { source, target }: Connection) => {
        if (kindOf(target) !== 'nodes' || !hands) return
        if (line.type === 'arrow') return hands.lead(nameOf(line.source), nameOf(target))
        if (kindOf(source) !== 'nodes') return
        if (source !== line.source) hands.reconnect(nameOf(line.id), 'from', nameOf(source))
        else hands.reconnect(nameOf(line.id), 'to', nameOf(target))
      },
    }
  }, [hands, onOpen])
}

function rounded({ x, y }: Place): Place {
  return { x: Math.round(x), y: Math.round(y) }
}
