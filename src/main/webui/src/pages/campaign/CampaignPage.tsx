import { Tabs } from '@mantine/core'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Page } from '../../app/Page'
import { Waiting } from '../../app/Shell'
import { tabs } from './tabs'

/** All about one campaign, in tabs that have an address each. */
export default function CampaignPage() {
  const { id = '', tab = tabs[0]!.id } = useParams()
  const navigate = useNavigate()
  const { t } = useTranslation(['canvas', ...new Set(tabs.map(({ name }) => name.split(':')[0]!))])
  return (
    <Page title={id}>
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
