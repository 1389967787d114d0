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
  type Connection,
} from '@xyflow/react'
import { useMemo, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CampaignGraph } from '../graph/campaign'
import css from './canvas.module.css'
import { kindOf, nameOf, type Key, type Line, type Place, type Places, type Shape } from './model'
import { EntryBox, NodeBox } from './NodeBox'
import type { Remarks } from './shapes'
import { useDrawing } from './useDrawing'
import { Arrow, Way } from './Ways'

/** What can be done on the canvas; where it is missing one can only look. */
export interface Hands {
  move(places: Places): void
  connect(from: string, to: string): void
  /** Leads an entry to another node. */
  lead(entry: string, to: string): void
  reconnect(edge: string, end: 'from' | 'to', node: string): void
  drop(item: string, at: Place, on: Key | undefined): void
}

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
/** From so many elements on what is out of sight is not drawn. */
const MANY = 150

/** The kind of what is dragged from the palette. */
export const DRAGGED = 'application/x-campanile-part'

/** A campaign, drawn. */
export function Canvas({ graph, places, remarks, selection, onSelect, onOpen, hands, children }: Props) {
  const { t, i18n } = useTranslation('canvas')
  const scheme = useComputedColorScheme('light')
  const drawing = useDrawing({ graph, places, remarks, selection, onSelect })
  const labels = useMemo(() => labelsIn((key) => i18n.t(`canvas:flow.${key}`)), [i18n])

  const connected = ({ source, target }: Connection) => {
    if (kindOf(target) !== 'nodes' || !hands) return
    if (kindOf(source) === 'nodes') hands.connect(nameOf(source), nameOf(target))
    else hands.lead(nameOf(source), nameOf(target))
  }
  const reconnected = (line: Line, { source, target }: Connection) => {
    if (kindOf(target) !== 'nodes' || !hands) return
    if (line.type === 'arrow') return hands.lead(nameOf(line.source), nameOf(target))
    if (kindOf(source) !== 'nodes') return
    if (source !== line.source) hands.reconnect(nameOf(line.id), 'from', nameOf(source))
    else hands.reconnect(nameOf(line.id), 'to', nameOf(target))
  }
  const moved = (shapes: Shape[]) =>
    hands?.move(Object.fromEntries(shapes.map(({ id, position }) => [nameOf(id), rounded(position)])))

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
        onNodeDragStop={(_, __, shapes) => moved(shapes)}
        onSelectionDragStop={(_, shapes) => moved(shapes)}
        onNodeDoubleClick={(_, { id }) => onOpen?.(id)}
        onEdgeDoubleClick={(_, { id }) => onOpen?.(id)}
        onConnect={connected}
        onReconnect={reconnected}
        nodesDraggable={Boolean(hands)}
        nodesConnectable={Boolean(hands)}
        edgesReconnectable={Boolean(hands)}
        connectionMode={ConnectionMode.Strict}
        connectionRadius={40}
        selectionMode={SelectionMode.Partial}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
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
        <MiniMap pannable zoomable style={{ width: 132, height: 96 }} ariaLabel={t('minimap')} />
        {children && <Panel position="top-left">{children}</Panel>}
      </ReactFlow>
    </div>
  )
}

function rounded({ x, y }: Place): Place {
  return { x: Math.round(x), y: Math.round(y) }
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
