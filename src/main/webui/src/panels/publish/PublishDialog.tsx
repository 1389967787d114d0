import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconRocket } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api'
import type { Publication } from '../../api-types/campaigns'
import { Failure } from '../../app/Failure'
import { done } from '../../app/notices'
import { useSession } from '../../app/session'
import { Findings } from './Findings'
import { PlanView } from './PlanView'
import { act, draft as load, plan as foretell, publish } from './requests'
import { Saying } from './Saying'

interface Props {
  campaign: string
  /** The text as it stands in the editor; what is published is the draft, once it is that text. */
  text: string
  onPublished?: (publication: Publication) => void
}

/** A button that shows what publishing would do, and does it or asks somebody else to. */
export function PublishDialog(props: Props) {
  const { t } = useTranslation('campaigns')
  const { may } = useSession()
  const [opened, { open, close }] = useDisclosure()
  if (!may('publish')) return null
  return (
    <>
      <Button leftSection={<IconRocket size={16} aria-hidden />} onClick={open} aria-haspopup="dialog">
        {t('publish.open')}
      </Button>
      {opened && <Dialog {...props} onClose={close} />}
    </>
  )
}

function Dialog({ campaign, text, onPublished, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation(['campaigns', 'shell'])
  const queries = useQueryClient()
  const { session } = useSession()
  const [saying, setSaying] = useState(false)
  const draft = useQuery({
    queryKey: ['drafts', campaign],
    queryFn: ({ signal }) => load(campaign, signal),
    // Whatever was typed last is being saved: it is looked for until it is there.
    refetchInterval: (query) => (query.state.data?.text === text || query.state.error ? false : 1_000),
    retry: false,
  })
  const plan = useQuery({
    queryKey: ['plan', campaign, text],
    queryFn: ({ signal }) => foretell(text, signal),
    staleTime: 0,
    retry: false,
  })
  const going = useMutation({
    mutationFn: () => publish(draft.data!, plan.data?.open ?? 0),
    onSuccess: (publication) => {
      done(t('publish.done', { campaign, version: publication.version }))
      void queries.invalidateQueries()
      onClose()
      onPublished?.(publication)
    },
  })
  const submitting = useMutation({
    mutationFn: (comment: string) => act(draft.data!, 'submit', comment),
    onSuccess: () => {
      done(t('submit.done', { campaign }))
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      onClose()
    },
  })

  const approval = session?.approval === 'required'
  const submitted = draft.data?.state === 'submitted'
  const own = submitted && [draft.data?.editedBy, draft.data?.submittedBy].includes(session?.user)
  const saved = draft.data?.text === text
  const ready = saved && plan.isSuccess
  const base = draft.data?.basedOn ?? 0
  const outdated = ready && (plan.data.open ?? 0) !== base

  if (saying)
    return (
      <Saying
        title={t('submit.title', { campaign })}
        label={t('submit.comment')}
        action={t('submit.action')}
        error={submitting.error}
        pending={submitting.isPending}
        onClose={onClose}
        onSay={(comment) => submitting.mutate(comment)}
      />
    )
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('publish.title', { campaign })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack>
        {plan.isPending && (
          <Group gap="xs" role="status">
            <Loader size="sm" />
            <Text>{t('plan.pending')}</Text>
          </Group>
        )}
        {plan.isError && <Refusal error={plan.error} retry={() => void plan.refetch()} />}
        {outdated && (
          <Alert color="yellow" title={t('outdated.title', { version: plan.data.open })}>
            {t('outdated.why', { base })}
          </Alert>
        )}
        {plan.isSuccess && <PlanView plan={plan.data} />}
        {draft.isError && <Absence error={draft.error} retry={() => void draft.refetch()} />}
        {!saved && draft.isSuccess && <Text role="status">{t('publish.saving')}</Text>}
        {approval && submitted && own && <Alert color="gray">{t('publish.others')}</Alert>}
        {going.isError && <Failure error={going.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('shell:cancel')}
          </Button>
          {!submitted && (
            <Button variant={approval ? 'filled' : 'light'} disabled={!ready} onClick={() => setSaying(true)}>
              {t('submit.open')}
            </Button>
          )}
          {(!approval || (submitted && !own)) && (
            <Button loading={going.isPending} disabled={!ready} onClick={() => going.mutate()}>
              {t(submitted ? 'publish.approve' : 'publish.action')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function Absence({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation('campaigns')
  const none = error instanceof ApiError && error.status === 404
  return none ? <Text role="status">{t('publish.nothing')}</Text> : <Failure error={error} retry={retry} />
}

function Refusal({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation('campaigns')
  const findings = error instanceof ApiError ? error.problem.findings : undefined
  if (!findings) return <Failure error={error} retry={retry} />
  return (
    <Alert color="red" title={t('publish.refused')} role="alert">
      <Findings findings={findings} />
    </Alert>
  )
}
