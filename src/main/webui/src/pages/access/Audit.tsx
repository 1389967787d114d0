import { Button, Code, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change } from '../../api-types/access'
import { Failure } from '../../app/Failure'
import { useFormats } from '../../app/formats'
import { Waiting } from '../../app/Shell'
import * as requests from './requests'

/** Who changed what, the latest first. */
export function Audit() {
  const { t } = useTranslation('access')
  const [who, setWho] = useState('')
  const [subject, setSubject] = useState('')
  const [search] = useDebouncedValue({ who: who.trim(), subject: subject.trim() }, 300)
  const query = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam }) => requests.audit({ ...search, before: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length < requests.PAGE ? undefined : page.at(-1)?.id),
  })
  const changes = query.data?.pages.flat() ?? []

  return (
    <Stack>
      <Group>
        <TextInput label={t('who')} value={who} onChange={(event) => setWho(event.currentTarget.value)} />
        <TextInput
          label={t('subject')}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
      </Group>
      {query.isPending && <Waiting />}
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && changes.length === 0 && <Text>{t('noChanges')}</Text>}
      {changes.length > 0 && <Changes changes={changes} />}
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('shell:more')}
        </Button>
      )}
    </Stack>
  )
}

function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('access')
  const { moment } = useFormats()
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table aria-label={t('audit')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('when')}</Table.Th>
            <Table.Th>{t('who')}</Table.Th>
            <Table.Th>{t('action')}</Table.Th>
            <Table.Th>{t('subject')}</Table.Th>
            <Table.Th>{t('beforeAfter')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map((change) => (
            <Table.Tr key={change.id}>
              <Table.Td>
                <time dateTime={change.at}>{moment(change.at)}</time>
              </Table.Td>
              <Table.Td>
                {change.who} ({t(`by.${change.by}`)})
              </Table.Td>
              <Table.Td>{change.action}</Table.Td>
              <Table.Td>{change.subject}</Table.Td>
              <Table.Td>
                <Content label={t('before')} text={change.before} />
                <Content label={t('after')} text={change.after} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Content({ label, text }: { label: string; text?: string }) {
  if (!text) return null
  return (
    <details>
      <summary>{label}</summary>
      <Code block fz={13} mah={240} style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }}>
        {text}
      </Code>
    </details>
  )
}
