import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconMinus, IconPencil, IconPlus, IconUser, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../api-types/problem'
import { useFormats } from '../app/formats'
import css from './canvas.module.css'
import type { Difference } from './model'

/** How many problems there are with an element; which, when one points at it. */
export function FindingSign({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation('canvas')
  if (findings.length === 0) return null
  const grave = findings.some(({ severity }) => severity === 'error')
  const Sign = grave ? IconX : IconAlertTriangle
  return (
    <Tooltip
      multiline
      w={340}
      withinPortal
      label={findings.map(({ message, advice }) => `${message} ${advice ?? ''}`.trim()).join('\n')}
      style={{ whiteSpace: 'pre-line' }}
    >
      <span
        className={`${css.badge} ${grave ? css.error : css.warning}`}
        aria-label={t('problems.count', { count: findings.length })}
        role="img"
      >
        <Sign size={13} stroke={3} aria-hidden />
        {findings.length}
      </span>
    </Tooltip>
  )
}

const SIGNS = { added: IconPlus, removed: IconMinus, changed: IconPencil }

/** Whether an element is new, gone or another one. */
export function ChangeSign({ change }: { change?: Difference }) {
  const { t } = useTranslation('canvas')
  if (!change) return null
  const Sign = SIGNS[change]
  return (
    <span role="img" aria-label={t(`change.${change}`)} title={t(`change.${change}`)}>
      <Sign size={15} stroke={2.5} aria-hidden style={{ verticalAlign: 'text-bottom' }} />
    </span>
  )
}

/** How many wait at a node. */
export function WaitingSign({ waiting }: { waiting?: number }) {
  const { t } = useTranslation('canvas')
  const { number } = useFormats()
  if (waiting === undefined) return null
  const said = t('live.waiting', { count: waiting })
  return (
    <span className={`${css.badge} ${css.live}`} role="img" aria-label={said} title={said}>
      <IconUser size={13} aria-hidden />
      {number(waiting)}
    </span>
  )
}

/** How often a way was taken. */
export function FlowSign({ total, lastMinute }: { total?: number; lastMinute?: number }) {
  const { t } = useTranslation('canvas')
  const { number } = useFormats()
  if (total === undefined) return null
  const said = t('live.flow', {
    total: number(total),
    lastMinute: number(lastMinute ?? 0),
  })
  return (
    <span className={`${css.badge} ${css.live}`} role="img" aria-label={said} title={said}>
      {number(total)}
      {lastMinute ? ` +${number(lastMinute)}` : ''}
    </span>
  )
}
