import { ActionIcon, Menu, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import {
  IconDots,
  IconDownload,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Status } from '../../api-types/campaigns'
import { done, failed } from '../../app/notices'
import { useSession } from '../../app/session'
import { begin, draft as load, file } from '../../panels/publish/requests'
import { download } from '../../app/download'
import { steer, type Steering } from './requests'

interface Props {
  campaign: string
  /** None where only a draft is there. */
  status?: Status
  drafted: boolean
}

const ICONS = { pause: IconPlayerPause, resume: IconPlayerPlay, end: IconPlayerStop }

/** What can be done with a campaign as a whole. */
export function CampaignMenu({ campaign, status, drafted }: Props) {
  const { t } = useTranslation('campaigns')
  const { may } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const steering = useMutation({
    mutationFn: (verb: Steering) => steer(campaign, verb),
    onSuccess: (_, verb) => {
      done(t(`steer.${verb}.done`, { campaign }))
      void queries.invalidateQueries()
    },
    onError: failed,
  })
  const editing = useMutation({
    mutationFn: async () => {
      if (!drafted) await begin(campaign, await file(campaign))
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      void navigate(`/drafts/${campaign}`)
    },
    onError: failed,
  })
  const exporting = useMutation({
    mutationFn: async () => (status ? file(campaign) : ((await load(campaign)).text ?? '')),
    onSuccess: (text) => download(`${campaign}.yaml`, text),
    onError: failed,
  })

  const confirm = (verb: Steering) =>
    modals.openConfirmModal({
      title: t(`steer.${verb}.title`, { campaign }),
      children: <Text size="sm">{t(`steer.${verb}.why`)}</Text>,
      labels: { confirm: t(`steer.${verb}.action`), cancel: t('shell:cancel') },
      confirmProps: verb === 'end' ? { color: 'red' } : {},
      onConfirm: () => steering.mutate(verb),
    })
  const verbs: Steering[] =
    status === 'running' ? ['pause', 'end'] : status === 'paused' ? ['resume', 'end'] : []

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          aria-label={t('menu', { campaign })}
          loading={steering.isPending || editing.isPending}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may('edit') && (
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => editing.mutate()}>
            {t(drafted ? 'edit.goOn' : 'edit.begin')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={() => exporting.mutate()}>
          {t('export')}
        </Menu.Item>
        {may('steer') &&
          verbs.map((verb) => {
            const Icon = ICONS[verb]
            return (
              <Menu.Item
                key={verb}
                color={verb === 'end' ? 'red' : undefined}
                leftSection={<Icon size={16} aria-hidden />}
                onClick={() => confirm(verb)}
              >
                {t(`steer.${verb}.open`)}
              </Menu.Item>
            )
          })}
      </Menu.Dropdown>
    </Menu>
  )
}
