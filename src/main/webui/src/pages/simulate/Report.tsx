import { Alert, List, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import type { Backtest, BacktestReport, LiveFunnel, Prediction } from '../../api-types/simulate'
import { Failure } from '../../app/Failure'
import { useFormats } from '../../app/formats'
import { Waiting } from '../../app/Shell'
import { FunnelTable } from './FunnelTable'
import type { Series } from './series'

const Chart = lazy(() => import('./Chart'))

/** What was predicted, beside what the open version would have done and what happened. */
export function Report({ job, report }: { job: Backtest; report: BacktestReport }) {
  const { t } = useTranslation('simulate')
  const { number } = useFormats()
  const live = useQuery({
    queryKey: ['funnel', job.campaign, job.since],
    queryFn: ({ signal }) =>
      ask<LiveFunnel>(`/v1/campaigns/${job.campaign}/funnel`, {
        query: { since: job.since ?? undefined },
        signal,
      }),
    retry: false,
  })
  const { prediction, baseline } = report
  const funnels: Series[] = [
    { name: t('predicted'), funnel: prediction.funnel },
    ...(baseline ? [{ name: t('baseline', { version: baseline.version }), funnel: baseline.funnel }] : []),
    ...(live.data ? [{ name: t('live'), funnel: live.data.funnel }] : []),
  ]
  const nodes = Object.keys(prediction.funnel.nodes)
  const days = Object.keys(prediction.ordersPerDay)
  return (
    <Stack gap="md" component="section" aria-label={t('report')}>
      <Title order={2} size="h4">
        {t('funnel')}
      </Title>
      <Text>
        {t('folded', {
          events: number(report.events.in),
          users: number(report.users),
        })}
      </Text>
      {report.failures.length > 0 && (
        <Alert color="red" title={t('bugs')}>
          <List size="sm">
            {report.failures.map((failure) => (
              <List.Item key={failure}>{failure}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {live.isError && <Failure error={live.error} />}
      <Suspense fallback={<Waiting />}>
        <Chart
          label={t('funnelChart')}
          names={nodes}
          series={funnels.map(({ name, funnel }) => ({
            name,
            values: nodes.map((node) => funnel.nodes[node]?.arrived ?? 0),
          }))}
        />
      </Suspense>
      <FunnelTable series={funnels} />
      <Title order={2} size="h4">
        {t('ordersPerDay')}
      </Title>
      {days.length === 0 ? (
        <Text>{t('noOrders')}</Text>
      ) : (
        <>
          <Suspense fallback={<Waiting />}>
            <Chart
              label={t('ordersChart')}
              names={days}
              series={[
                { name: t('predicted'), values: days.map((day) => prediction.ordersPerDay[day]!) },
                ...(baseline
                  ? [
                      {
                        name: t('baseline', { version: baseline.version }),
                        values: days.map((day) => baseline.ordersPerDay[day] ?? 0),
                      },
                    ]
                  : []),
              ]}
            />
          </Suspense>
          <DayTable days={days} prediction={prediction} baseline={baseline} />
        </>
      )}
      <Title order={2} size="h4">
        {t('keptBack')}
      </Title>
      <KeptBack prediction={prediction} baseline={baseline} />
    </Stack>
  )
}

interface Both {
  prediction: Prediction
  baseline: Prediction | null
}

function DayTable({ days, prediction, baseline }: Both & { days: string[] }) {
  const { t } = useTranslation('simulate')
  return (
    <Table.ScrollContainer minWidth={320} mah={300}>
      <Table captionSide="top">
        <Table.Caption>{t('ordersPerDay')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('day')}</Table.Th>
            <Table.Th>{t('predicted')}</Table.Th>
            {baseline && <Table.Th>{t('baseline', { version: baseline.version })}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map((day) => (
            <Table.Tr key={day}>
              <Table.Td>{day}</Table.Td>
              <Table.Td>{prediction.ordersPerDay[day]}</Table.Td>
              {baseline && <Table.Td>{baseline.ordersPerDay[day] ?? 0}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** Cap hits, quiet hours and the control group; and the entries that were refused. */
function KeptBack({ prediction, baseline }: Both) {
  const { t } = useTranslation('simulate')
  const rows: [string, (of: Prediction) => number][] = [
    ...(['capped', 'quiet', 'control'] as const).map((cause): [string, (of: Prediction) => number] => [
      t(`kept.${cause}`),
      (of) => of.withheld[cause] ?? 0,
    ]),
    [t('kept.held'), (of) => of.held],
    ...Object.keys({ ...prediction.funnel.refused, ...baseline?.funnel.refused }).map(
      (reason): [string, (of: Prediction) => number] => [
        t('refusedBy', { reason: t(`reason.${reason}`) }),
        (of) => of.funnel.refused[reason] ?? 0,
      ],
    ),
  ]
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('cause.title')}</Table.Th>
          <Table.Th>{t('predicted')}</Table.Th>
          {baseline && <Table.Th>{t('baseline', { version: baseline.version })}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([name, count]) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td>{count(prediction)}</Table.Td>
            {baseline && <Table.Td>{count(baseline)}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
