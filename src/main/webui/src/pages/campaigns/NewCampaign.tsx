import { Button, FileInput, Group, Modal, Radio, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ApiError } from '../../api'
import type { Starter } from '../../api-types/drafts'
import { Failure } from '../../app/Failure'
import { begin } from '../../panels/publish/requests'
import { templates as load } from './requests'
import { blank, idOf, named, VALID } from './texts'

/** Begins a draft: of nothing, of a template, or of a file. */
export function NewCampaign({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('campaigns')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [way, setWay] = useState<string | null>('template')
  const [id, setId] = useState('')
  const [template, setTemplate] = useState<Starter>()
  const [imported, setImported] = useState<{ file: File; text: string }>()
  const templates = useQuery({ queryKey: ['templates'], queryFn: load, staleTime: Infinity })
  const beginning = useMutation({
    mutationFn: (text: string) => begin(id, text),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      void navigate(`/drafts/${id}`)
    },
  })

  const text =
    way === 'blank' ? blank(id) : way === 'import' ? imported?.text : template && named(template.text, id)
  const wrong = id !== '' && !VALID.test(id)
  const taken = beginning.error instanceof ApiError && beginning.error.status === 412
  const choose = (next: Starter | undefined) => {
    if (id === '' || id === template?.id) setId(next?.id ?? '')
    setTemplate(next)
  }
  const read = async (file: File | null) => {
    const content = file ? await file.text() : ''
    setImported(file ? { file, text: content } : undefined)
    setId(idOf(content))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('new.title')}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text !== undefined && VALID.test(id)) beginning.mutate(text)
        }}
      >
        <Stack>
          <Tabs value={way} onChange={setWay} keepMounted={false}>
            <Tabs.List aria-label={t('new.way')}>
              {['template', 'blank', 'import'].map((value) => (
                <Tabs.Tab key={value} value={value}>
                  {t(`new.${value}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="template" pt="md">
              {templates.isError && (
                <Failure error={templates.error} retry={() => void templates.refetch()} />
              )}
              <Radio.Group
                label={t('new.choose')}
                value={template?.id ?? ''}
                onChange={(chosen) => choose(templates.data?.find((one) => one.id === chosen))}
              >
                <Stack gap="xs" mt="xs">
                  {templates.data?.map((one) => (
                    <Radio
                      key={one.id}
                      value={one.id}
                      label={one.name[i18n.language] ?? one.name.en}
                      description={one.summary[i18n.language] ?? one.summary.en}
                    />
                  ))}
                </Stack>
              </Radio.Group>
            </Tabs.Panel>
            <Tabs.Panel value="blank" pt="md">
              <Text size="sm">{t('new.blankWhy')}</Text>
            </Tabs.Panel>
            <Tabs.Panel value="import" pt="md">
              <FileInput
                label={t('new.file')}
                description={t('new.fileWhy')}
                accept=".yaml,.yml,.json"
                value={imported?.file ?? null}
                onChange={(file) => void read(file)}
                clearable
                clearButtonProps={{ 'aria-label': t('shell:delete') }}
              />
            </Tabs.Panel>
          </Tabs>
          <TextInput
            label={t('new.id')}
            description={t('new.idWhy')}
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
            error={wrong && t('new.idWrong')}
            required
          />
          {taken ? (
            <Text c="red" role="alert">
              {t('new.taken', { campaign: id })}{' '}
              <Link to={`/drafts/${id}`} onClick={onClose}>
                {t('edit.goOn')}
              </Link>
            </Text>
          ) : (
            beginning.error && <Failure error={beginning.error} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shell:cancel')}
            </Button>
            <Button
              type="submit"
              loading={beginning.isPending}
              disabled={text === undefined || id === '' || wrong}
            >
              {t('new.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
