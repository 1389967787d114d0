import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Page } from '../../app/Page'
import { Waiting } from '../../app/Shell'
import { drafts as loadDrafts } from '../../panels/publish/requests'
import { CampaignMenu } from '../campaigns/CampaignMenu'
import { campaigns as load } from '../campaigns/requests'
import { StatusBadge } from '../campaigns/StatusBadge'
import { tabs } from './tabs'

/** All about one campaign, in tabs that have an address each. */
export default function CampaignPage() {
  const { id = '', tab = tabs[0]!.id } = useParams()
  const navigate = useNavigate()
  const { t } = useTranslation(['canvas', ...new Set(tabs.map(({ name }) => name.split(':')[0]!))])
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: load })
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: loadDrafts })
  const found = campaigns.data?.find((campaign) => campaign.id === id)
  return (
    <Page
      title={found?.name ?? id}
      actions={
        <>
          {found && <StatusBadge status={found.status} />}
          <CampaignMenu
            campaign={id}
            status={found?.status}
            drafted={drafts.data?.some(({ campaign }) => campaign === id) ?? false}
          />
        </>
      }
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(chosen) => void navigate(`/campaigns/${id}/${chosen}`)}
      >
        <Tabs.List aria-label={t('canvas:tabs')}>
          {tabs.map(({ id: value, name }) => (
            <Tabs.Tab key={value} value={value}>
              {t(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ id: value, panel: Panel }) => (
          <Tabs.Panel key={value} value={value} pt="md">
            <Suspense fallback={<Waiting />}>
              <Panel campaign={id} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
