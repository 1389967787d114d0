import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import css from './canvas.module.css'
import { useMark } from './marks'
import { type ArrowLine, type Difference, type WayLine } from './model'
import { wayOf } from './paths'
import { ChangeSign, FindingSign, FlowSign } from './Signs'

const CHANGED: Record<Difference, string | undefined> = {
  added: css.lineAdded,
  removed: css.lineRemoved,
  changed: css.lineChanged,
}

function lineClass(selected: boolean | undefined, change: Difference | undefined, lit: boolean): string {
  const all = [css.line, change && CHANGED[change], lit && css.lineLit, selected && css.lineSelected]
  return all.filter(Boolean).join(' ')
}

/** An edge: its rank among those of its node, and when it is taken. */
export const Way = memo(function Way(props: EdgeProps<WayLine>) {
  const { id, data, source, target, selected } = props
  const { t } = useTranslation('canvas')
  const { total, lastMinute, lit } = useMark(id)
  if (!data) return null
  const { edge, lane, siblings, findings, change } = data
  const [from, to] = [
    { x: props.sourceX, y: props.sourceY },
    { x: props.targetX, y: props.targetY },
  ]
  const { path, label } = wayOf(from, to, lane, source === target)
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        markerEnd={props.markerEnd}
        className={lineClass(selected, change, Boolean(lit))}
        interactionWidth={18}
      />
      <EdgeLabelRenderer>
        <button
          type="button"
          tabIndex={-1}
          data-way={id}
          className={`${css.label} nodrag nopan ${selected ? css.selected : ''} ${change ? css[change] : ''} ${lit ? css[lit] : ''}`}
          style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
          title={edge.summary}
          aria-label={`${t('name.edge', { rank: edge.rank, from: edge.from, to: edge.to })}: ${edge.summary}`}
          aria-pressed={Boolean(selected)}
        >
          {siblings > 1 && <span className={css.rank}>{edge.rank}</span>}
          <span className={css.said}>{edge.summary || '…'}</span>
          <ChangeSign change={change} />
          <FlowSign total={total} lastMinute={lastMinute} />
          <FindingSign findings={findings} />
        </button>
      </EdgeLabelRenderer>
    </>
  )
})

/** From an entry to the node that it leads to. */
export const Arrow = memo(function Arrow(props: EdgeProps<ArrowLine>) {
  const { lit } = useMark(props.source)
  const from = { x: props.sourceX, y: props.sourceY }
  const { path } = wayOf(from, { x: props.targetX, y: props.targetY }, 0, false)
  return (
    <BaseEdge
      id={props.id}
      path={path}
      markerEnd={props.markerEnd}
      className={lineClass(props.selected, props.data?.change, Boolean(lit))}
    />
  )
})
