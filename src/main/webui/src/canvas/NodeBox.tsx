import { Handle, Position, type NodeProps } from '@xyflow/react'
import { IconFlag, IconRocket, IconTargetArrow } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '../app/KindIcon'
import css from './canvas.module.css'
import { useMark } from './marks'
import type { EntryShape, NodeShape } from './model'
import { ChangeSign, FindingSign, FlowSign, WaitingSign } from './Signs'

const SHOWN = 5

/** A node: its name, and what it does on arrival. */
export const NodeBox = memo(function NodeBox({ id, data, selected }: NodeProps<NodeShape>) {
  const { t } = useTranslation('canvas')
  const { node, findings, change } = data
  const { waiting, lit } = useMark(id)
  const classes = [
    css.box,
    node.end && css.end,
    change && css[change],
    lit && css[lit],
    selected && css.selected,
  ]
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <Handle type="target" position={Position.Top} />
      <div className={css.head}>
        {node.end && <IconFlag size={15} aria-label={t('node.end')} role="img" />}
        <span className={css.name}>{node.id}</span>
        <ChangeSign change={change} />
        <WaitingSign waiting={waiting} />
        <FindingSign findings={findings} />
      </div>
      {node.actions.slice(0, SHOWN).map(({ id: action, kind, text }) => (
        <div key={action} className={css.action} title={text}>
          <KindIcon kind={kind} />
          <span>{text ? `${kind}: ${text}` : kind}</span>
        </div>
      ))}
      {node.actions.length > 1 && (
        <div className={css.quiet}>
          {t(`strategy.${node.strategy}`, { defaultValue: node.strategy })}
          {node.actions.length > SHOWN && ` · ${t('node.more', { count: node.actions.length - SHOWN })}`}
        </div>
      )}
      <Handle type="source" position={Position.Bottom} />
    </div>
  )
})

/** A way into the campaign. */
export const EntryBox = memo(function EntryBox({ id, data, selected }: NodeProps<EntryShape>) {
  const { t } = useTranslation('canvas')
  const { entry, findings, change } = data
  const { total, lastMinute, lit } = useMark(id)
  const Sign = entry.kind === 'launch' ? IconRocket : IconTargetArrow
  const classes = [css.box, css.entry, change && css[change], lit && css[lit], selected && css.selected]
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <div className={css.head} style={{ padding: '4px 0 0' }}>
        <Sign size={16} aria-hidden />
        <span className={css.name}>{t(`entry.${entry.kind}`)}</span>
        <ChangeSign change={change} />
        <FlowSign total={total} lastMinute={lastMinute} />
        <FindingSign findings={findings} />
      </div>
      <div className={css.action} style={{ padding: 0 }} title={entry.summary}>
        <span>{entry.summary}</span>
      </div>
      <Handle type="source" position={Position.Bottom} />
    </div>
  )
})
