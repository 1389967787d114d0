import { Box, Group, Text, ThemeIcon } from '@mantine/core'
import {
  IconArrowRight,
  IconBan,
  IconBolt,
  IconDoorEnter,
  IconFlag,
  IconPlayerSkipForward,
  IconSend,
  IconTarget,
  IconVersions,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Delivered, Moment, What } from '../../api-types/users'
import { When } from '../../app/When'
import { edgeOf, pairs } from './values'

const ICONS: Record<What, typeof IconBolt> = {
  event: IconBolt,
  entered: IconDoorEnter,
  moved: IconArrowRight,
  reached: IconTarget,
  ended: IconFlag,
  migrated: IconVersions,
  skipped: IconPlayerSkipForward,
  refused: IconBan,
  order: IconSend,
}

/** Something that happened, in a sentence, with what belongs to it below. */
export function MomentLine({ moment }: { moment: Moment }) {
  const { t } = useTranslation('users')
  const Icon = ICONS[moment.what]
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm">
      <ThemeIcon variant="light" color={moment.what === 'refused' ? 'orange' : 'blue'} aria-hidden>
        <Icon size={18} />
      </ThemeIcon>
      <Box miw={0}>
        <Text size="sm" fw={500}>
          {t(`what.${moment.what}`, {
            ...moment,
            campaign: moment.campaign ? `${moment.campaign}@${moment.version}` : '',
            edge: moment.rule ? edgeOf(moment.rule) : '',
            how: t(`status.${moment.name}`, moment.name),
            reason: t(`reason.${moment.name}`, moment.name),
          })}
        </Text>
        <Text size="sm" c="dimmed" style={{ wordBreak: 'break-word' }}>
          <When at={moment.at} />
          {moment.what === 'refused' && moment.detail && ` · ${moment.detail}`}
          {moment.what !== 'event' && moment.event && ` · ${t('byEvent', { event: moment.event })}`}
          {Object.keys(moment.values).length > 0 && ` · ${pairs(moment.values).join(', ')}`}
        </Text>
        {moment.order && <Outcome order={moment.order} />}
      </Box>
    </Group>
  )
}

function Outcome({ order }: { order: Delivered }) {
  const { t } = useTranslation('users')
  return (
    <Text size="sm">
      {t(`order.${order.status}`, order.status)}
      {order.withheld && ` (${t(`withheld.${order.withheld}`, order.withheld)})`}
      {order.attempts > 0 && ` · ${t('attempts', { count: order.attempts })}`}
      {order.reason && ` · ${order.reason}`}
      {order.heldUntil && (
        <>
          {` · ${t('heldUntil')} `}
          <When at={order.heldUntil} />
        </>
      )}
    </Text>
  )
}
