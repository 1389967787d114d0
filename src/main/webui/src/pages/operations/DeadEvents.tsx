import { Anchor, Code, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import { When } from '../../app/When'
import { readDead } from './queries'

/** Records of the log that could not be read or judged, the latest first. */
export default function DeadEvents() {
  const { t } = useTranslation('operations')
  const dead = useQuery({ queryKey: ['dead-events'], queryFn: ({ signal }) => readDead(signal) })
  if (dead.isPending) return <Waiting />
  if (dead.isError) return <Failure error={dead.error} retry={() => void dead.refetch()} />
  if (dead.data.length === 0) return <Text role="status">{t('noDead')}</Text>
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table striped aria-label={t('tab.dead')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {['at', 'place', 'user', 'error', 'payload'].map((column) => (
              <Table.Th key={column}>{t(`dead.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dead.data.map((one) => (
            <Table.Tr key={`${one.partition}/${one.offset}`}>
              <Table.Td>
                <When at={one.at} />
              </Table.Td>
              <Table.Td>
                {one.partition}/{one.offset}
              </Table.Td>
              <Table.Td>
                {one.user ? (
                  <Anchor component={Link} size="sm" to={`/users/${encodeURIComponent(one.user)}`}>
                    {one.user}
                  </Anchor>
                ) : (
                  '–'
                )}
              </Table.Td>
              <Table.Td maw={320}>{one.error}</Table.Td>
              <Table.Td maw={360}>
                <Code block style={{ fontSize: 13, maxHeight: 160, whiteSpace: 'pre-wrap' }}>
                  {one.payload}
                </Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
