import { Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormats } from '../../app/formats'
import type { Live } from '../../api-types/live'
import { LiveSign } from './LiveSign'
import type { Watching } from './watch'

/** What the numbers on a watched canvas mean, and what has no place on it. */
export function LiveLegend({ watching: { live, state } }: { watching: Watching }) {
  const { t } = useTranslation('live')
  return (
    <Paper component="section" withBorder p="sm" aria-label={t('legend')}>
      <Stack gap="xs">
        <Group gap="md">
          <LiveSign state={state} />
          {live && (
            <>
              <Count name={t('entered')} of={live.entered} />
              <Count name={t('reached')} of={live.reached} />
              <Count name={t('ended')} of={live.ended} why={told(live.endedBy, (by) => t(`endedBy.${by}`))} />
              <Count
                name={t('refused')}
                of={live.refused}
                why={told(live.refusedBy, (by) => t(`refusedBy.${by}`))}
              />
            </>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('onNodes')} {t('onEdges')}
        </Text>
        {live && <Former live={live} />}
        {live && <Troubles live={live} />}
      </Stack>
    </Paper>
  )
}

function Count({ name, of, why }: { name: string; of: number; why?: string }) {
  const { number } = useFormats()
  return (
    <Text size="sm">
      {name}{' '}
      <Text span fw={600}>
        {number(of)}
      </Text>
      {why && (
        <Text span c="dimmed">
          {' '}
          ({why})
        </Text>
      )}
    </Text>
  )
}

function told(counts: Record<string, number>, name: (by: string) => string): string {
  return Object.entries(counts)
    .map(([by, count]) => `${name(by)} ${count}`)
    .join(', ')
}

/** Users wait where the open version has no node. */
function Former({ live }: { live: Live }) {
  const { t } = useTranslation('live')
  return live.former.flatMap(({ version, nodes }) =>
    Object.entries(nodes).map(([node, { waiting }]) => (
      <Text size="sm" key={`${version}/${node}`}>
        {t('former', { count: waiting, node, version })}
      </Text>
    )),
  )
}

/** In one line: the canvas is what one has come to see. */
function Troubles({ live: { campaign, errors } }: { live: Live }) {
  const { t } = useTranslation('live')
  const orders = errors.parked + errors.unknown + errors.failed
  if (orders + errors.dead === 0) return null
  return (
    <Group gap="xs" role="group" aria-label={t('troubles')}>
      <IconAlertTriangle size={18} color="var(--mantine-color-orange-filled)" aria-hidden />
      <Text size="sm" fw={600}>
        {t('troubles')}
      </Text>
      {orders > 0 && (
        <Anchor component={Link} size="sm" to={`/operations/orders?campaign=${encodeURIComponent(campaign)}`}>
          {t('orders', { count: orders })}
        </Anchor>
      )}
      {errors.dead > 0 && (
        <Anchor component={Link} size="sm" to="/operations/dead">
          {t('dead', { count: errors.dead })}
        </Anchor>
      )}
    </Group>
  )
}
