import { Anchor, Progress, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Launches as All, Tick } from '../../api-types/operations'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import { When } from '../../app/When'
import { readLaunches } from './queries'

const UNDER_WAY = 2_000
const OTHERWISE = 30_000

/** What the launches of all campaigns will do next, and how far each tick has come. */
export default function Launches() {
  const launches = useQuery({
    queryKey: ['launches'],
    queryFn: ({ signal }) => readLaunches(signal),
    refetchInterval: ({ state }) =>
      state.data?.ticks.some((tick) => tick.state === 'walking') ? UNDER_WAY : OTHERWISE,
  })
  if (launches.isPending) return <Waiting />
  if (launches.isError) return <Failure error={launches.error} retry={() => void launches.refetch()} />
  return (
    <Stack gap="lg">
      <Ahead ahead={launches.data.ahead} />
      <Ticks ticks={launches.data.ticks} />
    </Stack>
  )
}

function Ahead({ ahead }: { ahead: All['ahead'] }) {
  const { t } = useTranslation('operations')
  return (
    <Stack component="section" gap="xs" aria-label={t('ahead')}>
      <Title order={2} size="h4">
        {t('ahead')}
      </Title>
      {ahead.length === 0 && <Text role="status">{t('noLaunches')}</Text>}
      {ahead.length > 0 && (
        <Table.ScrollContainer minWidth={600}>
          <Table aria-label={t('ahead')}>
            <Columns of={['campaign', 'launch', 'rate', 'next']} />
            <Table.Tbody>
              {ahead.map((one) => (
                <Table.Tr key={`${one.campaign}/${one.entry}`}>
                  <Campaign id={one.campaign} entry={one.entry} />
                  <Table.Td>{one.launch}</Table.Td>
                  <Table.Td>
                    {one.perMinute ? t('perMinute', { count: one.perMinute }) : t('unlimited')}
                  </Table.Td>
                  <Table.Td>{one.next ? <When at={one.next} /> : t('never')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  )
}

function Ticks({ ticks }: { ticks: Tick[] }) {
  const { t } = useTranslation('operations')
  return (
    <Stack component="section" gap="xs" aria-label={t('ticks')}>
      <Title order={2} size="h4">
        {t('ticks')}
      </Title>
      {ticks.length === 0 && <Text role="status">{t('noTicks')}</Text>}
      {ticks.length > 0 && (
        <Table.ScrollContainer minWidth={600}>
          <Table aria-label={t('ticks')}>
            <Columns of={['campaign', 'tick', 'state', 'progress']} />
            <Table.Tbody>
              {ticks.map((tick) => (
                <Table.Tr key={`${tick.campaign}/${tick.entry}/${tick.tick}/${tick.begunAt}`}>
                  <Campaign id={tick.campaign} entry={tick.entry} />
                  <Table.Td>
                    <When at={tick.tick} />
                  </Table.Td>
                  <Table.Td>{t(`tick.${tick.state}`)}</Table.Td>
                  <Table.Td>
                    <Told tick={tick} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  )
}

/** The total is of the beginning: more may have come since. */
function Told({ tick: { told, total, state, entry, campaign } }: { tick: Tick }) {
  const { t } = useTranslation('operations')
  const share = state === 'done' || total === 0 ? 100 : Math.min(100, (100 * told) / total)
  return (
    <Stack gap={4}>
      <Text size="sm">{t('told', { told, total })}</Text>
      <Progress value={share} aria-label={t('progressOf', { campaign, entry })} />
    </Stack>
  )
}

function Columns({ of }: { of: string[] }) {
  const { t } = useTranslation('operations')
  return (
    <Table.Thead>
      <Table.Tr>
        {of.map((column) => (
          <Table.Th key={column}>{t(`launch.${column}`)}</Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  )
}

function Campaign({ id, entry }: { id: string; entry: string }) {
  return (
    <Table.Td>
      <Anchor component={Link} size="sm" to={`/campaigns/${id}`}>
        {id}
      </Anchor>
      , {entry}
    </Table.Td>
  )
}
