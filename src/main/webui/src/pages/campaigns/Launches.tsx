import { Badge, Progress, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Launches as Overview } from '../../api-types/campaigns'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import { useFormats } from '../../app/formats'
import type { TabProps } from '../campaign/tab'
import { launches as load } from './requests'

/** What the launches of a campaign will do next, and what they have done. */
export default function Launches({ campaign }: TabProps) {
  const { t } = useTranslation('campaigns')
  const launches = useQuery({
    queryKey: ['launches', campaign],
    queryFn: () => load(campaign),
    refetchInterval: (query) =>
      query.state.data?.ticks.some(({ state }) => state === 'walking') ? 2_000 : 30_000,
  })
  if (launches.isPending) return <Waiting />
  if (launches.isError) return <Failure error={launches.error} retry={() => void launches.refetch()} />
  const { ahead, ticks } = launches.data
  if (ahead.length === 0 && ticks.length === 0) return <Text>{t('launches.none')}</Text>
  return (
    <Stack>
      {ahead.length > 0 && <Ahead ahead={ahead} />}
      {ticks.length > 0 && <Ticks ticks={ticks} />}
    </Stack>
  )
}

function Ahead({ ahead }: Pick<Overview, 'ahead'>) {
  const { t } = useTranslation('campaigns')
  const { number, moment } = useFormats()
  return (
    <section>
      <Title order={2} size="h4">
        {t('launches.ahead')}
      </Title>
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('launches.entry')}</Table.Th>
              <Table.Th>{t('launches.launch')}</Table.Th>
              <Table.Th>{t('launches.rate')}</Table.Th>
              <Table.Th>{t('launches.next')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ahead.map((one) => (
              <Table.Tr key={one.entry}>
                <Table.Td>{one.entry}</Table.Td>
                <Table.Td ff="monospace">{one.launch}</Table.Td>
                <Table.Td>
                  {one.perMinute === undefined
                    ? t('launches.fast')
                    : t('launches.perMinute', { rate: number(one.perMinute) })}
                </Table.Td>
                <Table.Td>{one.next === undefined ? t('launches.over') : moment(one.next)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}

function Ticks({ ticks }: Pick<Overview, 'ticks'>) {
  const { t } = useTranslation('campaigns')
  const { number, moment } = useFormats()
  return (
    <section>
      <Title order={2} size="h4">
        {t('launches.ticks')}
      </Title>
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('launches.tick')}</Table.Th>
              <Table.Th>{t('launches.entry')}</Table.Th>
              <Table.Th>{t('launches.state')}</Table.Th>
              <Table.Th>{t('launches.told')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ticks.map((tick) => (
              <Table.Tr key={`${tick.entry} ${tick.tick}`}>
                <Table.Td>{moment(tick.tick)}</Table.Td>
                <Table.Td>{tick.entry}</Table.Td>
                <Table.Td>
                  <Badge size="lg" tt="none" variant="default">
                    {t(`launches.is.${tick.state}`)}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">
                    {t('launches.of', { told: number(tick.told), total: number(tick.total) })}
                  </Text>
                  {tick.state === 'walking' && (
                    <Progress
                      value={tick.total === 0 ? 100 : (100 * tick.told) / tick.total}
                      aria-label={t('launches.told')}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}
