import '@xyflow/react/dist/style.css'
import { useComputedColorScheme } from '@mantine/core'
import {
  Background,
  ConnectionMode,
  Controls,
  MarkerType,
  MiniMap,
  Panel,
  ReactFlow,
  SelectionMode,
} from '@xyflow/react'
import { useMemo, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CampaignGraph } from '../graph/campaign'
import css from './canvas.module.css'
import type { Key, Line, Places, Shape } from './model'
import { EntryBox, NodeBox } from './NodeBox'
import type { Remarks } from './shapes'
import { useDrawing } from './useDrawing'
import { useGestures, type Hands } from './useGestures'
import { Arrow, Way } from './Ways'

interface Props {
  graph: CampaignGraph
  places: Places
  remarks: Remarks
  selection: ReadonlySet<Key>
  onSelect: (keys: Key[]) => void
  onOpen?: (key: Key) => void
  hands?: Hands
  children?: ReactNode
}

const NODES = { node: NodeBox, entry: EntryBox }
const EDGES = { way: Way, arrow: Arrow }
const MARKER = { markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18 } }
/** Room for what is written on edges that go aside of all nodes. */
const FIT = { maxZoom: 1, padding: { x: '14%', y: '8%' } } as const
const SEVERAL = ['Meta', 'Control', 'Shift']
const OVERVIEW = { width: 132, height: 96 }
/** From so many elements on what is out of sight is not drawn. */
const MANY = 150

/** The kind of what is dragged from the palette. */
export const DRAGGED = 'application/x-campanile-part'

/** A campaign, drawn. */
export function Canvas({ graph, places, remarks, selection, onSelect, onOpen, hands, children }: Props) {
  const { t, i18n } = useTranslation('canvas')
  const scheme = useComputedColorScheme('light')
  const drawing = useDrawing({ graph, places, remarks, selection, onSelect })
  const gestures = useGestures(hands, onOpen)
  const labels = useMemo(() => labelsIn((key) => i18n.t(`canvas:flow.${key}`)), [i18n])

  const dropped = (event: DragEvent) => {
    const item = event.dataTransfer.getData(DRAGGED)
    if (!item || !hands) return
    event.preventDefault()
    const under = (event.target as Element).closest('.react-flow__node')?.getAttribute('data-id')
    hands.drop(item, drawing.placeAt(event.clientX, event.clientY), under ?? undefined)
  }

  return (
    <div
      className={css.canvas}
      role="region"
      aria-label={t('canvas', { name: graph.name })}
      onDrop={dropped}
      onDragOver={(event) => hands && event.preventDefault()}
    >
      <ReactFlow<Shape, Line>
        nodes={drawing.shapes}
        edges={drawing.lines}
        nodeTypes={NODES}
        edgeTypes={EDGES}
        defaultEdgeOptions={MARKER}
        onNodesChange={drawing.onShapesChange}
        onEdgesChange={drawing.onLinesChange}
        onSelectionChange={drawing.onSelectionChange}
        {...gestures}
        nodesDraggable={Boolean(hands)}
        nodesConnectable={Boolean(hands)}
        edgesReconnectable={Boolean(hands)}
        connectionMode={ConnectionMode.Strict}
        connectionRadius={40}
        selectionMode={SelectionMode.Partial}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={SEVERAL}
        // Keys are the editor's own: they go along the graph and change the file, not the drawing.
        deleteKeyCode={null}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        colorMode={scheme}
        fitView
        fitViewOptions={FIT}
        minZoom={0.05}
        maxZoom={2}
        onlyRenderVisibleElements={graph.nodes.length + graph.edges.length > MANY}
        ariaLabelConfig={labels}
      >
        <Background gap={24} />
        <Controls showInteractive={false} fitViewOptions={FIT} />
        <MiniMap pannable zoomable style={OVERVIEW} ariaLabel={t('minimap')} />
        {children && <Panel position="top-left">{children}</Panel>}
      </ReactFlow>
    </div>
  )
}

function labelsIn(t: (key: string) => string) {
  return {
    'controls.ariaLabel': t('controls'),
    'controls.zoomIn.ariaLabel': t('zoomIn'),
    'controls.zoomOut.ariaLabel': t('zoomOut'),
    'controls.fitView.ariaLabel': t('fit'),
    'node.a11yDescription.keyboardDisabled': t('node'),
    'node.a11yDescription.default': t('node'),
    'edge.a11yDescription.default': t('edge'),
    'handle.ariaLabel': t('handle'),
  }
}
