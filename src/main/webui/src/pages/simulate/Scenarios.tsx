import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import type { ScenarioFile, Tested } from '../../api-types/simulate'
import { download } from '../../app/download'
import { Failure } from '../../app/Failure'
import { useFormats } from '../../app/formats'
import { done, failed } from '../../app/notices'
import { useSession } from '../../app/session'
import { Waiting } from '../../app/Shell'
import type { TabProps } from '../campaign/tab'
import { draftText } from './draft'
import { ScenarioUpload } from './ScenarioUpload'
import { Verdicts } from './Verdicts'

/** The scenarios that are kept with a campaign, told against what is open or the draft. */
export default function Scenarios({ campaign }: TabProps) {
  const { t } = useTranslation('simulate')
  const { moment } = useFormats()
  const { may } = useSession()
  const queries = useQueryClient()
  const path = `/v1/campaigns/${campaign}/scenarios`
  const files = useQuery({
    queryKey: ['scenarios', campaign],
    queryFn: ({ signal }) => ask<ScenarioFile[]>(path, { signal }),
  })
  const draft = useQuery({
    queryKey: ['draft-text', campaign],
    queryFn: ({ signal }) => draftText(campaign, signal),
    retry: false,
  })
  const run = useMutation({
    mutationFn: async (of: 'live' | 'draft') => ({
      of,
      tested: await ask<Tested[]>(`${path}/run`, {
        method: 'POST',
        body: of === 'draft' ? { campaign: draft.data } : {},
      }),
    }),
  })
  const remove = useMutation({
    mutationFn: (name: string) => ask(`${path}/${encodeURIComponent(name)}`, { method: 'DELETE' }),
    onSuccess: (_, name) => {
      done(t('deleted', { name }))
      void queries.invalidateQueries({ queryKey: ['scenarios', campaign] })
    },
    onError: failed,
  })
  const confirm = (name: string) =>
    modals.openConfirmModal({
      title: t('deleteScenario', { name }),
      children: <Text size="sm">{t('deleteForGood')}</Text>,
      labels: { confirm: t('shell:delete'), cancel: t('shell:cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate(name),
    })

  if (files.isPending) return <Waiting />
  if (files.isError) return <Failure error={files.error} retry={() => void files.refetch()} />
  return (
    <Stack gap="md">
      {may('simulate') && (
        <Group gap="xs">
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            disabled={files.data.length === 0}
            loading={run.isPending}
            onClick={() => run.mutate('live')}
          >
            {t('runLive')}
          </Button>
          {draft.data && (
            <Button
              variant="default"
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              disabled={files.data.length === 0 || run.isPending}
              onClick={() => run.mutate('draft')}
            >
              {t('runDraft')}
            </Button>
          )}
          <ScenarioUpload campaign={campaign} />
        </Group>
      )}
      {files.data.length === 0 ? (
        <Text>{t('noScenarios')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={480}>
          <Table captionSide="top">
            <Table.Caption>{t('scenariosKept', { count: files.data.length })}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th>{t('changed')}</Table.Th>
                <Table.Th>{t('actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {files.data.map((file) => (
                <Table.Tr key={file.name}>
                  <Table.Td>{file.name}</Table.Td>
                  <Table.Td>{moment(file.changedAt)}</Table.Td>
                  <Table.Td>
                    <Group gap="xs">
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('downloadOf', { name: file.name })}
                        onClick={() => download(fileName(campaign, file.name), file.text)}
                      >
                        {t('download')}
                      </Button>
                      {may('simulate') && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          color="red"
                          aria-label={t('deleteOf', { name: file.name })}
                          onClick={() => confirm(file.name)}
                        >
                          {t('shell:delete')}
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
      {run.isError && <Failure error={run.error} />}
      {run.data && <Verdicts of={run.data.of} tested={run.data.tested} />}
    </Stack>
  )
}

function fileName(campaign: string, name: string): string {
  return `${campaign}.${name.replace(/[^A-Za-z0-9._-]+/g, '-')}.scenario.yaml`
}
