import { Anchor, Badge, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Run, User } from '../../api-types/users'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import { When } from '../../app/When'
import { readRuns } from './queries'

/** What a user takes part in, or took part in, the latest first. */
export function Participations({ user: { id } }: { user: User }) {
  const { t } = useTranslation('users')
  const runs = useQuery({
    queryKey: ['user', id, 'participations'],
    queryFn: ({ signal }) => readRuns(id, signal),
  })
  if (runs.isPending) return <Waiting />
  if (runs.isError) return <Failure error={runs.error} retry={() => void runs.refetch()} />
  if (runs.data.length === 0) return <Text role="status">{t('noParticipations')}</Text>
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table striped aria-label={t('tab.participations')}>
        <Table.Thead>
          <Table.Tr>
            {['campaign', 'status', 'node', 'key', 'entered', 'since', 'wakes', 'ended'].map((column) => (
              <Table.Th key={column}>{t(`run.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.data.map((run) => (
            <Participation key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Participation({ run }: { run: Run }) {
  const { t } = useTranslation('users')
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} size="sm" to={`/campaigns/${run.campaign}`}>
          {run.campaign}@{run.version}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Badge tt="none" variant="light" color={run.status === 'active' ? 'teal' : 'gray'}>
          {t(`status.${run.status}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{run.node}</Table.Td>
      <Table.Td>{run.key ?? '–'}</Table.Td>
      {[run.entered, run.since, run.wakeAt, run.ended].map((at, column) => (
        <Table.Td key={column}>
          <When at={at} />
        </Table.Td>
      ))}
    </Table.Tr>
  )
}
