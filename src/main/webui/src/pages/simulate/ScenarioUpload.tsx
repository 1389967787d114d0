import { Button, FileButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import type { ScenarioFile } from '../../api-types/simulate'
import { done, failed } from '../../app/notices'

/** Keeps a scenario file with the campaign, under the name of the file. */
export function ScenarioUpload({ campaign }: { campaign: string }) {
  const { t } = useTranslation('simulate')
  const queries = useQueryClient()
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const name = file.name.replace(/\.scenario\.\w+$/, '').replace(`${campaign}.`, '')
      return ask<ScenarioFile>(`/v1/campaigns/${campaign}/scenarios/${encodeURIComponent(name)}`, {
        method: 'PUT',
        body: await file.text(),
        type: 'application/yaml',
      })
    },
    onSuccess: (file) => {
      done(t('saved', { name: file.name }))
      void queries.invalidateQueries({ queryKey: ['scenarios', campaign] })
    },
    onError: failed,
  })
  return (
    <FileButton accept=".yaml,.yml" onChange={(file) => file && upload.mutate(file)}>
      {(props) => (
        <Button variant="default" loading={upload.isPending} {...props}>
          {t('uploadScenario')}
        </Button>
      )}
    </FileButton>
  )
}
