import { ActionIcon, Badge, Button, Group, Menu, Stack, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../api-types/access'
import { Failure } from '../../app/Failure'
import { done, failed } from '../../app/notices'
import { Waiting } from '../../app/Shell'
import { AccountForm } from './AccountForm'
import { Once } from './Once'
import * as requests from './requests'

/** The people who may sign in. */
export function Accounts() {
  const { t } = useTranslation('access')
  const queries = useQueryClient()
  const query = useQuery({ queryKey: ['accounts'], queryFn: requests.accounts })
  const [edited, setEdited] = useState<Account | 'new' | null>(null)
  const [told, setTold] = useState<Account | null>(null)
  const refresh = () => queries.invalidateQueries({ queryKey: ['accounts'] })

  const disable = useMutation({
    mutationFn: (one: Account) => requests.changeAccount(one.user, { disabled: !one.disabled }),
    onSuccess: (one) => done(t(one.disabled ? 'accountDisabled' : 'accountEnabled', { user: one.user })),
    onError: failed,
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: (user: string) => requests.deleteAccount(user),
    onSuccess: (_, user) => done(t('accountDeleted', { user })),
    onError: failed,
    onSettled: refresh,
  })
  const askToRemove = ({ user }: Account) =>
    modals.openConfirmModal({
      title: t('deleteAccount', { user }),
      children: <Text size="sm">{t('deleteAccountWhy')}</Text>,
      labels: { confirm: t('shell:delete'), cancel: t('shell:cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate(user),
    })

  if (query.isPending) return <Waiting />
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />

  return (
    <Stack>
      <Group justify="flex-end">
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          {t('newAccount')}
        </Button>
      </Group>
      {told?.password && <Once title={t('passwordOf', { user: told.user })} secret={told.password} />}
      <Table.ScrollContainer minWidth={560}>
        <Table aria-label={t('accounts')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('user')}</Table.Th>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('roles')}</Table.Th>
              <Table.Th>{t('state')}</Table.Th>
              <Table.Th aria-label={t('actions')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {query.data.map((one) => (
              <Table.Tr key={one.user}>
                <Table.Td>{one.user}</Table.Td>
                <Table.Td>{one.name}</Table.Td>
                <Table.Td>{one.roles.map((role) => t(`role.${role}`)).join(', ')}</Table.Td>
                <Table.Td>
                  <Badge variant="light" color={one.disabled ? 'gray' : 'teal'} tt="none" fz={13}>
                    {t(one.disabled ? 'disabled' : 'enabled')}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Menu>
                    <Menu.Target>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('actionsOf', { name: one.user })}
                      >
                        <IconDots size={18} aria-hidden />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => setEdited(one)}>{t('change')}</Menu.Item>
                      <Menu.Item onClick={() => disable.mutate(one)}>
                        {t(one.disabled ? 'enable' : 'disable')}
                      </Menu.Item>
                      <Menu.Item color="red" onClick={() => askToRemove(one)}>
                        {t('shell:delete')}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {edited && (
        <AccountForm
          account={edited === 'new' ? null : edited}
          close={() => setEdited(null)}
          saved={(one) => {
            setEdited(null)
            setTold(one)
            done(t('accountSaved', { user: one.user }))
            void refresh()
          }}
        />
      )}
    </Stack>
  )
}
