import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Failure } from '../../app/Failure'
import { done } from '../../app/notices'
import { useSession } from '../../app/session'
import { begin, file } from '../../panels/publish/requests'
import { rollBack, type OnChange } from './requests'

interface Props {
  campaign: string
  to: number
  onClose: () => void
}

const WAYS: OnChange[] = ['written', 'pin', 'follow']

/** Back to an earlier version: at once, or as a draft where somebody else must approve of it. */
export function RollBack({ campaign, to, onClose }: Props) {
  const { t } = useTranslation('campaigns')
  const { session } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [onChange, setOnChange] = useState<OnChange>('written')
  const going = useMutation({
    mutationFn: () => rollBack(campaign, to, onChange),
    onSuccess: ({ version }) => {
      done(t('back.done', { campaign, version, to }))
      void queries.invalidateQueries()
      onClose()
    },
  })
  const drafting = useMutation({
    mutationFn: async () => begin(campaign, await file(campaign, to)),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      void navigate(`/drafts/${campaign}`)
    },
  })
  const approval = session?.approval === 'required'
  const error = going.error ?? drafting.error
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('back.title', { campaign, to })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack>
        <Text size="sm">{t(approval ? 'back.approval' : 'back.why', { to })}</Text>
        {!approval && (
          <Radio.Group
            label={t('back.inside')}
            value={onChange}
            onChange={(way) => setOnChange(way as OnChange)}
          >
            <Stack gap="xs" mt="xs">
              {WAYS.map((way) => (
                <Radio key={way} value={way} label={t(`back.way.${way}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {error && <Failure error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('shell:cancel')}
          </Button>
          <Button
            variant={approval ? 'filled' : 'light'}
            loading={drafting.isPending}
            onClick={() => drafting.mutate()}
          >
            {t('back.draft')}
          </Button>
          {!approval && (
            <Button loading={going.isPending} onClick={() => going.mutate()}>
              {t('back.action')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
