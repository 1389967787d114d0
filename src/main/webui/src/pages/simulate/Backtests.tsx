import { Button, Group, Progress, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import type { Backtest } from '../../api-types/simulate'
import { Failure } from '../../app/Failure'
import { useFormats } from '../../app/formats'
import { done, failed } from '../../app/notices'
import { useSession } from '../../app/session'
import { Waiting } from '../../app/Shell'
import type { TabProps } from '../campaign/tab'
import { BacktestForm } from './BacktestForm'
import { Report } from './Report'

const PACE_MS = 1_000

const open = (one: Backtest) => one.state === 'queued' || one.state === 'running'

/** What a campaign would have done with events of the past. */
export default function Backtests({ campaign }: TabProps) {
  const { t } = useTranslation('simulate')
  const { moment } = useFormats()
  const { may } = useSession()
  const queries = useQueryClient()
  const [wanted, setWanted] = useState<string | null>(null)
  const jobs = useQuery({
    queryKey: ['backtests', campaign],
    queryFn: ({ signal }) => ask<Backtest[]>('/v1/backtests', { query: { campaign }, signal }),
    refetchInterval: ({ state }) => (state.data?.some(open) ? PACE_MS : false),
  })
  const chosen = wanted ?? jobs.data?.find((one) => one.state === 'done')?.id
  const shown = useQuery({
    queryKey: ['backtest', chosen],
    queryFn: ({ signal }) => ask<Backtest>(`/v1/backtests/${chosen}`, { signal }),
    enabled: jobs.data?.some((one) => one.id === chosen && one.state === 'done') ?? false,
  })
  const cancel = useMutation({
    mutationFn: (id: string) => ask<Backtest>(`/v1/backtests/${id}`, { method: 'DELETE' }),
    onSuccess: () => {
      done(t('cancelled'))
      void queries.invalidateQueries({ queryKey: ['backtests', campaign] })
    },
    onError: failed,
  })

  if (jobs.isPending) return <Waiting />
  if (jobs.isError) return <Failure error={jobs.error} retry={() => void jobs.refetch()} />
  return (
    <Stack gap="md">
      {may('backtest') && <BacktestForm campaign={campaign} onAsked={setWanted} />}
      {jobs.data.length === 0 ? (
        <Text>{t('noBacktests')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={600}>
          <Table captionSide="top">
            <Table.Caption>{t('backtestsKept')}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('asked')}</Table.Th>
                <Table.Th>{t('log')}</Table.Th>
                <Table.Th>{t('state')}</Table.Th>
                <Table.Th>{t('actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {jobs.data.map((job) => (
                <Table.Tr key={job.id} aria-selected={job.id === chosen}>
                  <Table.Td>{moment(job.askedAt)}</Table.Td>
                  <Table.Td>{job.log ?? t('storedEvents')}</Table.Td>
                  <Table.Td>
                    <State job={job} />
                  </Table.Td>
                  <Table.Td>
                    <Group gap="xs">
                      {job.state === 'done' && (
                        <Button
                          size="compact-sm"
                          variant={job.id === chosen ? 'light' : 'default'}
                          onClick={() => setWanted(job.id)}
                        >
                          {t('show')}
                        </Button>
                      )}
                      {open(job) && may('backtest') && (
                        <Button size="compact-sm" variant="default" onClick={() => cancel.mutate(job.id)}>
                          {t('shell:cancel')}
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {shown.isError && <Failure error={shown.error} retry={() => void shown.refetch()} />}
      {shown.data?.report && <Report job={shown.data} report={shown.data.report} />}
    </Stack>
  )
}

function State({ job }: { job: Backtest }) {
  const { t } = useTranslation('simulate')
  const percent = job.total > 0 ? Math.min(100, Math.floor((100 * job.done) / job.total)) : 0
  return (
    <Stack gap={4}>
      <Text size="sm">
        {t(`states.${job.state}`)}
        {job.state === 'queued' && job.ahead > 0 && ` · ${t('ahead', { count: job.ahead })}`}
        {job.state === 'running' && ` · ${percent} %`}
      </Text>
      {job.state === 'running' && (
        <Progress value={percent} aria-label={t('progress')} animated={job.total === 0} />
      )}
      {job.problems.map((problem) => (
        <Text key={problem} size="sm">
          {problem}
        </Text>
      ))}
    </Stack>
  )
}
