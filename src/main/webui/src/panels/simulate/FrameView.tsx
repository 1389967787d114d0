import { Code, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Frame, Ordered } from '../../api-types/simulate'
import { JudgedTrigger } from './Cells'
import { clockTime } from './story'

interface Props {
  frame: Frame
  zone: string
}

/** What a frame came to, and why: every trigger with its cells and the values seen. */
export function FrameView({ frame, zone }: Props) {
  const { t, i18n } = useTranslation('simulate')
  const time = (at: string) => clockTime(at, zone, i18n.language)
  const here = frame.participations.filter((one) => one.status === 'active')
  const came = [
    ...frame.edges.map((one) => t(one.from ? 'moved' : 'entered', { to: one.to, edge: one.edge })),
    ...frame.goals.map((node) => t('goal', { node })),
    ...frame.ended.map((one) => t('ended', { node: one.node, how: t(`how.${one.how}`) })),
    ...frame.refused.map((one) =>
      t('refused', { edge: one.edge, reason: t(`reason.${one.reason}`), detail: one.detail }),
    ),
    ...frame.skipped.map((action) => t('skipped', { action })),
  ]
  return (
    <Stack gap="xs" component="section" aria-label={t('frame')}>
      <Text size="sm">{frame.what}</Text>
      <Text size="sm">
        {here.length === 0
          ? t('nowhere')
          : here
              .map((one) =>
                one.wakeAt
                  ? t('hereUntil', { node: one.node, at: time(one.wakeAt) })
                  : t('here', { node: one.node }),
              )
              .join(' · ')}
      </Text>
      {(came.length > 0 || frame.orders.length > 0) && (
        <List size="sm">
          {came.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
          {frame.orders.map((order, rank) => (
            <List.Item key={`order-${rank}`}>
              <OrderLine order={order} time={time} />
            </List.Item>
          ))}
        </List>
      )}
      <Title order={4} size="h6">
        {t('why')}
      </Title>
      {frame.judged.length === 0 && <Text size="sm">{t('nothingJudged')}</Text>}
      {frame.judged.map((judged) => (
        <JudgedTrigger key={`${judged.rule} ${judged.from}`} judged={judged} />
      ))}
    </Stack>
  )
}

function OrderLine({ order, time }: { order: Ordered; time: (at: string) => string }) {
  const { t } = useTranslation('simulate')
  const how =
    order.delivery === 'held'
      ? t('held', { at: time(order.until!) })
      : order.delivery === 'withheld'
        ? t('withheld', { cause: t(`cause.${order.cause}`) })
        : ''
  return (
    <>
      {t('ordered', { action: order.action })} {how} <Code>{JSON.stringify(order.parameters)}</Code>
    </>
  )
}
