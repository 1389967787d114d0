import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { User } from '../../api-types/users'
import { shown } from './values'

/** The attributes of a user, as of the last batch. */
export function Profile({ user: { attributes } }: { user: User }) {
  const { t } = useTranslation('users')
  const names = Object.keys(attributes).sort()
  if (names.length === 0) return <Text role="status">{t('noAttributes')}</Text>
  return (
    <Table aria-label={t('tab.profile')} maw={720}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('attribute')}</Table.Th>
          <Table.Th>{t('value')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {names.map((name) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            <Table.Td style={{ wordBreak: 'break-word' }}>{shown(attributes[name])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
