import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import type { ScenarioFile } from '../../api-types/simulate'
import { done } from '../../app/notices'
import { Failure } from '../../app/Failure'
import { useSession } from '../../app/session'
import { download } from '../../app/download'

interface Props {
  campaign: string | undefined
  /** The simulation as a scenario file. */
  yaml: string
}

/** Keeps a simulation as a test of the campaign, or as a file. */
export function SaveScenario({ campaign, yaml }: Props) {
  const { t } = useTranslation('simulate')
  const { may } = useSession()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  // A function, since signs such as $& in a name would mean something in a text.
  const named = yaml.replace(/^scenario: .*$/m, () => `scenario: ${JSON.stringify(name.trim())}`)
  const save = useMutation({
    mutationFn: () =>
      ask<ScenarioFile>(`/v1/campaigns/${campaign}/scenarios/${encodeURIComponent(name.trim())}`, {
        method: 'PUT',
        body: named,
        type: 'application/yaml',
      }),
    onSuccess: (file) => {
      done(t('saved', { name: file.name }))
      void queries.invalidateQueries({ queryKey: ['scenarios', campaign] })
    },
  })
  const ready = name.trim() !== ''
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('scenarioName')}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          maxLength={100}
        />
        {campaign && may('simulate') && (
          <Button disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
            {t('saveScenario')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={!ready}
          onClick={() => download(`${campaign ?? 'campaign'}.${slug(name)}.scenario.yaml`, named)}
        >
          {t('download')}
        </Button>
      </Group>
      {save.isError && <Failure error={save.error} />}
    </Stack>
  )
}

function slug(name: string): string {
  return name.trim().replace(/[^A-Za-z0-9._-]+/g, '-')
}
