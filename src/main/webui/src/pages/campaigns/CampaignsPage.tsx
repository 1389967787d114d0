import { Alert, Anchor, Button, Group, List, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Failure } from '../../app/Failure'
import { Page } from '../../app/Page'
import { Waiting } from '../../app/Shell'
import { useSession } from '../../app/session'
import { drafts as loadDrafts } from '../../panels/publish/requests'
import { CampaignTable } from './CampaignTable'
import { NewCampaign } from './NewCampaign'
import { campaigns as loadCampaigns } from './requests'
import { rows, type Row } from './rows'

const SHOWN = ['all', 'live', 'drafts'] as const
type Shown = (typeof SHOWN)[number]

/** All campaigns and all drafts. */
export default function CampaignsPage() {
  const { t } = useTranslation('campaigns')
  const { may } = useSession()
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [creating, { open, close }] = useDisclosure()
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: loadCampaigns, refetchInterval: 15_000 })
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: loadDrafts, refetchInterval: 15_000 })

  const found = rows(campaigns.data ?? [], drafts.data ?? [], search).filter(fits(shown))
  const waiting = (drafts.data ?? []).filter((draft) => draft.state === 'submitted')
  const error = campaigns.error ?? drafts.error
  const nothing = campaigns.data?.length === 0 && drafts.data?.length === 0
  return (
    <Page
      title={t('title')}
      actions={
        may('edit') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open} aria-haspopup="dialog">
            {t('new.open')}
          </Button>
        )
      }
    >
      {error && (
        <Failure error={error} retry={() => void Promise.all([campaigns.refetch(), drafts.refetch()])} />
      )}
      {waiting.length > 0 && (
        <Alert color="blue" title={t('waiting', { count: waiting.length })}>
          <List size="sm">
            {waiting.map((draft) => (
              <List.Item key={draft.campaign}>
                <Anchor component={Link} to={`/drafts/${draft.campaign}`} size="sm">
                  {draft.name}
                </Anchor>{' '}
                {t('waitingOf', { who: draft.submittedBy })}
                {draft.comment && ` ${t('status.said', { comment: draft.comment })}`}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {campaigns.isPending || drafts.isPending ? (
        <Waiting />
      ) : nothing ? (
        <Text>{t('nothing')}</Text>
      ) : (
        <>
          <Group>
            <TextInput
              type="search"
              aria-label={t('search')}
              placeholder={t('search')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
              w={280}
            />
            <SegmentedControl
              aria-label={t('show.label')}
              value={shown}
              onChange={(value) => setShown(value as Shown)}
              data={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
            />
          </Group>
          {found.length > 0 ? <CampaignTable rows={found} /> : <Text role="status">{t('notFound')}</Text>}
        </>
      )}
      {creating && <NewCampaign onClose={close} />}
    </Page>
  )
}

function fits(shown: Shown): (row: Row) => boolean {
  switch (shown) {
    case 'all':
      return () => true
    case 'live':
      return ({ campaign }) => campaign !== undefined && campaign.status !== 'ended'
    case 'drafts':
      return ({ draft }) => draft !== undefined
  }
}
