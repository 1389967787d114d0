import {
  applyEdgeChanges,
  applyNodeChanges,
  useReactFlow,
  type EdgeChange,
  type NodeChange,
  type OnSelectionChangeParams,
} from '@xyflow/react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CampaignGraph } from '../graph/campaign'
import { lanesOf } from './lanes'
import type { Key, Line, Place, Places, Shape } from './model'
import { linesOf, shapesOf, type Remarks } from './shapes'
import { wordingIn } from './wording'

interface Given {
  graph: CampaignGraph
  places: Places
  remarks: Remarks
  selection: ReadonlySet<Key>
  onSelect: (keys: Key[]) => void
}

/**
 * The shapes and lines that are drawn. While something is dragged they are ahead of what is given; whatever is
 * given changes only those shapes that it is about.
 */
export function useDrawing({ graph, places, remarks, selection, onSelect }: Given) {
  const { t } = useTranslation('canvas')
  const flow = useReactFlow()
  const wording = useMemo(() => wordingIn(t), [t])
  const lanes = useMemo(() => lanesOf(graph, places), [graph, places])
  const [shapes, setShapes] = useState<Shape[]>(() => shapesOf(graph, places, remarks, wording, []))
  const [lines, setLines] = useState<Line[]>(() => linesOf(graph, lanes, remarks, wording, []))

  const given = useMemo(
    () => ({ graph, places, lanes, remarks, wording }),
    [graph, places, lanes, remarks, wording],
  )
  const [seen, setSeen] = useState(given)
  const [chosen, setChosen] = useState<ReadonlySet<Key>>()
  if (seen !== given || chosen !== selection) {
    const anew = seen !== given
    setSeen(given)
    setChosen(selection)
    setShapes(selected(anew ? shapesOf(graph, places, remarks, wording, shapes) : shapes, selection))
    setLines(selected(anew ? linesOf(graph, lanes, remarks, wording, lines) : lines, selection))
  }

  const onShapesChange = useCallback(
    (changes: NodeChange<Shape>[]) => setShapes((before) => applyNodeChanges(changes, before)),
    [],
  )
  const onLinesChange = useCallback(
    (changes: EdgeChange<Line>[]) => setLines((before) => applyEdgeChanges(changes, before)),
    [],
  )
  const onSelectionChange = useCallback(
    ({ nodes, edges }: OnSelectionChangeParams) => onSelect([...nodes, ...edges].map(({ id }) => id)),
    [onSelect],
  )
  const placeAt = useCallback((x: number, y: number): Place => flow.screenToFlowPosition({ x, y }), [flow])
  return { shapes, lines, onShapesChange, onLinesChange, onSelectionChange, placeAt }
}

/** The same objects where nothing changes, so that nothing is drawn anew. */
function selected<T extends Shape | Line>(all: T[], keys: ReadonlySet<Key>): T[] {
  return all.map((one) =>
    Boolean(one.selected) === keys.has(one.id) ? one : { ...one, selected: keys.has(one.id) },
  )
}
