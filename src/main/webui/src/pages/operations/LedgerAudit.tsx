import { Alert, Stack, Table, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CLASSES, type Ledger } from '../../api-types/operations'
import { Failure } from '../../app/Failure'
import { useFormats } from '../../app/formats'
import { Waiting } from '../../app/Shell'
import { readLedger } from './queries'

/** Whether every event is accounted for. */
export default function LedgerAudit() {
  const ledger = useQuery({ queryKey: ['ledger'], queryFn: ({ signal }) => readLedger(signal) })
  if (ledger.isPending) return <Waiting />
  if (ledger.isError) return <Failure error={ledger.error} retry={() => void ledger.refetch()} />
  return (
    <Stack gap="md">
      <Balance ledger={ledger.data} />
      <Sums ledger={ledger.data} />
      <Partitions ledger={ledger.data} />
    </Stack>
  )
}

function Balance({ ledger: { balanced, batches, unbalanced, gaps } }: { ledger: Ledger }) {
  const { t } = useTranslation('operations')
  const Icon = balanced ? IconCheck : IconAlertTriangle
  return (
    <Alert
      role={balanced ? 'status' : 'alert'}
      color={balanced ? 'teal' : 'red'}
      icon={<Icon aria-hidden />}
      title={balanced ? t('balanced') : t('notBalanced')}
    >
      {t('audited', { batches, unbalanced, gaps })}
    </Alert>
  )
}

/** As bookkeepers write it: what came in, and where it went. */
function Sums({ ledger: { sum } }: { ledger: Ledger }) {
  const { t } = useTranslation('operations')
  const { number } = useFormats()
  const lines = ['in', ...CLASSES, 'signals', 'moves', 'orders'] as const
  return (
    <Table aria-label={t('sums')} maw={560}>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line}>
            <Table.Th scope="row" fw={line === 'in' ? 700 : 400}>
              {t(`sum.${line}`)}
            </Table.Th>
            <Table.Td ta="right">{number(sum[line])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Partitions({ ledger: { partitions } }: { ledger: Ledger }) {
  const { t } = useTranslation('operations')
  return (
    <Stack component="section" gap="xs" aria-label={t('partitions')}>
      <Title order={2} size="h4">
        {t('partitions')}
      </Title>
      {partitions.length === 0 && <Text role="status">{t('noPartitions')}</Text>}
      {partitions.length > 0 && (
        <Table.ScrollContainer minWidth={520}>
          <Table aria-label={t('partitions')}>
            <Table.Thead>
              <Table.Tr>
                {['partition', 'nextOffset', 'epoch', 'owner'].map((column) => (
                  <Table.Th key={column}>{t(`partition.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {partitions.map((one) => (
                <Table.Tr key={one.partition}>
                  <Table.Td>{one.partition}</Table.Td>
                  <Table.Td>{one.nextOffset}</Table.Td>
                  <Table.Td>{one.epoch}</Table.Td>
                  <Table.Td>{one.owner}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  )
}
