import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Key } from '../../api-types/access'
import { Failure } from '../../app/Failure'
import { useFormats } from '../../app/formats'
import { done, failed } from '../../app/notices'
import { Waiting } from '../../app/Shell'
import { KeyForm } from './KeyForm'
import { Once } from './Once'
import * as requests from './requests'

/** The keys by which services are let in. */
export function Keys() {
  const { t } = useTranslation('access')
  const { moment } = useFormats()
  const queries = useQueryClient()
  const query = useQuery({ queryKey: ['keys'], queryFn: requests.keys })
  const [making, setMaking] = useState(false)
  const [told, setTold] = useState<Key | null>(null)
  const refresh = () => queries.invalidateQueries({ queryKey: ['keys'] })

  const revoke = useMutation({
    mutationFn: (key: Key) => requests.revokeKey(key.id),
    onSuccess: (key) => done(t('keyRevoked', { name: key.name })),
    onError: failed,
    onSettled: refresh,
  })
  const askToRevoke = (key: Key) =>
    modals.openConfirmModal({
      title: t('revokeKey', { name: key.name }),
      children: <Text size="sm">{t('revokeKeyWhy')}</Text>,
      labels: { confirm: t('revoke'), cancel: t('shell:cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => revoke.mutate(key),
    })

  if (query.isPending) return <Waiting />
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />

  return (
    <Stack>
      <Group justify="flex-end">
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {t('newKey')}
        </Button>
      </Group>
      {told?.key && <Once title={t('keyOf', { name: told.name })} secret={told.key} />}
      {query.data.length === 0 ? (
        <Text>{t('noKeys')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table aria-label={t('keys')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th>{t('begins')}</Table.Th>
                <Table.Th>{t('scopes')}</Table.Th>
                <Table.Th>{t('used')}</Table.Th>
                <Table.Th>{t('state')}</Table.Th>
                <Table.Th aria-label={t('actions')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {query.data.map((key) => (
                <Table.Tr key={key.id}>
                  <Table.Td>{key.name}</Table.Td>
                  <Table.Td ff="monospace">{key.id}…</Table.Td>
                  <Table.Td>{key.scopes.map((scope) => t(`role.${scope}`)).join(', ')}</Table.Td>
                  <Table.Td>{key.usedAt ? moment(key.usedAt) : t('never')}</Table.Td>
                  <Table.Td>
                    <Badge variant="light" color={key.revokedAt ? 'gray' : 'teal'} tt="none" fz={13}>
                      {key.revokedAt
                        ? t('revoked')
                        : key.expiresAt
                          ? t('until', { at: moment(key.expiresAt) })
                          : t('open')}
                    </Badge>
                  </Table.Td>
                  <Table.Td>
                    {!key.revokedAt && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('revokeKey', { name: key.name })}
                        onClick={() => askToRevoke(key)}
                      >
                        {t('revoke')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {making && (
        <KeyForm
          close={() => setMaking(false)}
          made={(key) => {
            setMaking(false)
            setTold(key)
            done(t('keyMade', { name: key.name }))
            void refresh()
          }}
        />
      )}
    </Stack>
  )
}
