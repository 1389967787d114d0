import { Anchor, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { User } from '../../api-types/users'
import { Failure } from '../../app/Failure'
import { Page } from '../../app/Page'
import { Waiting } from '../../app/Shell'
import { When } from '../../app/When'
import { findUsers } from './queries'
import { shown } from './values'

/** Users by the beginning of their id, name, email or phone. What is looked for stands in the address. */
export default function UsersPage() {
  const { t } = useTranslation('users')
  const [parameters, setParameters] = useSearchParams()
  const [search, setSearch] = useState(parameters.get('search') ?? '')
  const [settled] = useDebouncedValue(search.trim(), 250)
  useEffect(() => {
    setParameters(settled ? { search: settled } : {}, { replace: true })
  }, [settled, setParameters])
  const found = useQuery({
    queryKey: ['users', settled],
    queryFn: ({ signal }) => findUsers(settled, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('users')}>
      <TextInput
        type="search"
        label={t('search')}
        description={t('searchHow')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        maxLength={200}
        maw={480}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.isPending && <Waiting />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Users users={found.data.users} more={found.data.more} />}
    </Page>
  )
}

function Users({ users, more }: { users: User[]; more: boolean }) {
  const { t } = useTranslation('users')
  if (users.length === 0) return <Text role="status">{t('nobody')}</Text>
  return (
    <>
      <Table.ScrollContainer minWidth={600}>
        <Table striped highlightOnHover aria-label={t('users')}>
          <Table.Thead>
            <Table.Tr>
              {['id', 'name', 'email', 'phone', 'latest'].map((column) => (
                <Table.Th key={column}>{t(column)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map((user) => (
              <Table.Tr key={user.id}>
                <Table.Td>
                  <Anchor component={Link} size="sm" to={`/users/${encodeURIComponent(user.id)}`}>
                    {user.id}
                  </Anchor>
                </Table.Td>
                {['name', 'email', 'phone'].map((attribute) => (
                  <Table.Td key={attribute}>{shown(user.attributes[attribute])}</Table.Td>
                ))}
                <Table.Td>
                  <When at={user.latestEvent} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {more && (
        <Text size="sm" c="dimmed">
          {t('moreUsers')}
        </Text>
      )}
    </>
  )
}
