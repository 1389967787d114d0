import { Badge, Button, Group, Text, Tooltip } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconClock, IconPencil } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api'
import type { Draft } from '../../api-types/drafts'
import { done, failed } from '../../app/notices'
import { useSession } from '../../app/session'
import { useFormats } from '../../app/formats'
import { act, discard, draft as load } from './requests'
import { Saying } from './Saying'

interface Props {
  campaign: string
  /** Hears of the draft whenever it is looked at: somebody else may have changed it. */
  onSeen?: (draft: Draft) => void
  onDiscarded?: () => void
}

/** How far a draft has come, what was said about it, and what can be done with it besides editing. */
export function DraftStatus({ campaign, onSeen, onDiscarded }: Props) {
  const { t } = useTranslation('campaigns')
  const { session, may } = useSession()
  const queries = useQueryClient()
  const { moment } = useFormats()
  const [saying, setSaying] = useState(false)
  const query = useQuery({
    queryKey: ['drafts', campaign],
    queryFn: ({ signal }) => load(campaign, signal),
    refetchInterval: 10_000,
    retry: false,
  })
  useEffect(() => {
    if (query.data) onSeen?.(query.data)
  }, [query.data, onSeen])
  const changed = () => {
    setSaying(false)
    void queries.invalidateQueries({ queryKey: ['drafts'] })
  }
  const withdrawing = useMutation({
    mutationFn: (draft: Draft) => act(draft, 'withdraw'),
    onSuccess: () => (done(t('withdraw.done')), changed()),
    onError: failed,
  })
  const rejecting = useMutation({
    mutationFn: ({ draft, comment }: { draft: Draft; comment: string }) => act(draft, 'reject', comment),
    onSuccess: () => (done(t('reject.done')), changed()),
  })
  const discarding = useMutation({
    mutationFn: discard,
    onSuccess: () => {
      done(t('discard.done', { campaign }))
      queries.removeQueries({ queryKey: ['drafts', campaign] })
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      onDiscarded?.()
    },
    onError: failed,
  })

  const draft = query.data
  if (query.error instanceof ApiError && query.error.status === 404) return null
  if (!draft) return null
  const submitted = draft.state === 'submitted'
  const said = submitted
    ? t('status.submittedBy', { who: draft.submittedBy, at: moment(draft.submittedAt!) })
    : draft.rejectedBy
      ? t('status.rejectedBy', { who: draft.rejectedBy, at: moment(draft.rejectedAt!) })
      : t('status.editedBy', { who: draft.editedBy, at: moment(draft.editedAt) })
  const own = draft.submittedBy === session?.user
  return (
    <Group gap="xs" role="group" aria-label={t('status.label')}>
      <Tooltip label={said}>
        <Badge
          size="lg"
          tt="none"
          variant="default"
          leftSection={submitted ? <IconClock size={14} aria-hidden /> : <IconPencil size={14} aria-hidden />}
        >
          {t(`status.${draft.state}`)}
        </Badge>
      </Tooltip>
      {(submitted || draft.rejectedBy) && <Text size="sm">{said}</Text>}
      {draft.comment && (
        <Text size="sm" fs="italic">
          {t('status.said', { comment: draft.comment })}
        </Text>
      )}
      {submitted && may('edit') && (
        <Button
          size="compact-sm"
          variant="default"
          loading={withdrawing.isPending}
          onClick={() => withdrawing.mutate(draft)}
        >
          {t('withdraw.action')}
        </Button>
      )}
      {submitted && may('publish') && !own && (
        <Button size="compact-sm" variant="default" onClick={() => setSaying(true)}>
          {t('reject.open')}
        </Button>
      )}
      {may('edit') && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          onClick={() =>
            modals.openConfirmModal({
              title: t('discard.title', { campaign }),
              children: <Text size="sm">{t('discard.why')}</Text>,
              labels: { confirm: t('discard.action'), cancel: t('shell:cancel') },
              confirmProps: { color: 'red' },
              onConfirm: () => discarding.mutate(draft),
            })
          }
        >
          {t('discard.open')}
        </Button>
      )}
      {saying && (
        <Saying
          title={t('reject.title', { campaign })}
          label={t('reject.comment')}
          action={t('reject.action')}
          required
          error={rejecting.error}
          pending={rejecting.isPending}
          onClose={() => setSaying(false)}
          onSay={(comment) => rejecting.mutate({ draft, comment })}
        />
      )}
    </Group>
  )
}
