import { Button, FileInput, Group, Radio, Select, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, askText, send } from '../../api'
import type { Backtest, EventLog } from '../../api-types/simulate'
import { Failure } from '../../app/Failure'
import { done } from '../../app/notices'
import { draftText } from './draft'

interface Props {
  campaign: string
  onAsked: (id: string) => void
}

/** Chooses what is run, and against which events. */
export function BacktestForm({ campaign, onAsked }: Props) {
  const { t } = useTranslation('simulate')
  const queries = useQueryClient()
  const [of, setOf] = useState('live')
  const [log, setLog] = useState('stored')
  const [file, setFile] = useState<File | null>(null)
  const [since, setSince] = useState('')
  const [until, setUntil] = useState('')
  const logs = useQuery({
    queryKey: ['logs'],
    queryFn: ({ signal }) => ask<EventLog[]>('/v1/logs', { signal }),
  })
  const draft = useQuery({
    queryKey: ['draft-text', campaign],
    queryFn: ({ signal }) => draftText(campaign, signal),
    retry: false,
  })
  const start = useMutation({
    mutationFn: async () => {
      const name = file ? await uploaded(file) : log
      const text =
        of === 'draft' && draft.data
          ? draft.data
          : await askText(`/v1/campaigns/${campaign}`, { headers: { Accept: 'application/yaml' } })
      const response = await send('/v1/backtests', {
        method: 'POST',
        body: { campaign: text, log: name, since: instant(since), until: instant(until) },
      })
      return (await response.json()) as Backtest
    },
    onSuccess: (job) => {
      done(t('queued'))
      setFile(null)
      void queries.invalidateQueries({ queryKey: ['logs'] })
      void queries.invalidateQueries({ queryKey: ['backtests', campaign] })
      onAsked(job.id)
    },
  })
  return (
    <Stack
      gap="xs"
      component="form"
      aria-label={t('newBacktest')}
      onSubmit={(e: React.FormEvent) => (e.preventDefault(), start.mutate())}
    >
      <Radio.Group label={t('whatRuns')} value={of} onChange={setOf}>
        <Group gap="md" mt={4}>
          <Radio value="live" label={t('openVersion')} />
          <Radio value="draft" label={t('draft')} disabled={!draft.data} />
        </Group>
      </Radio.Group>
      <Group gap="xs" align="flex-start" grow preventGrowOverflow={false}>
        <Select
          label={t('log')}
          value={log}
          onChange={(chosen) => setLog(chosen ?? 'stored')}
          allowDeselect={false}
          disabled={file !== null}
          data={[
            { value: 'stored', label: t('storedEvents') },
            ...(logs.data ?? []).map((one) => ({ value: one.name, label: one.name })),
          ]}
        />
        <FileInput
          label={t('uploadLog')}
          description={t('uploadLogHow')}
          placeholder={t('chooseFile')}
          accept=".ndjson,.jsonl,.csv,.gz"
          value={file}
          onChange={setFile}
          clearable
        />
        <TextInput
          label={t('since')}
          type="datetime-local"
          value={since}
          onChange={(e) => setSince(e.currentTarget.value)}
        />
        <TextInput
          label={t('until')}
          type="datetime-local"
          value={until}
          onChange={(e) => setUntil(e.currentTarget.value)}
        />
      </Group>
      <Group>
        <Button type="submit" loading={start.isPending}>
          {t('startBacktest')}
        </Button>
      </Group>
      {start.isError && <Failure error={start.error} />}
    </Stack>
  )
}

/** A time that was chosen on the clock of whoever looks. */
function instant(local: string): string | undefined {
  return local ? new Date(local).toISOString() : undefined
}

async function uploaded(file: File): Promise<string> {
  const name = file.name.replace(/[^A-Za-z0-9_.-]+/g, '-')
  await send(`/v1/logs/${encodeURIComponent(name)}`, {
    method: 'PUT',
    body: file,
    type: 'application/octet-stream',
  })
  return name
}
