import { Tabs } from '@mantine/core'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Page } from '../../app/Page'
import { Waiting } from '../../app/Shell'
import { tabs } from './tabs'

/** What operators look after, in tabs that have an address each. */
export default function OperationsPage() {
  const { tab = tabs[0]!.id } = useParams()
  const navigate = useNavigate()
  const { t } = useTranslation('operations')
  return (
    <Page title={t('operations')}>
      <Tabs value={tab} keepMounted={false} onChange={(chosen) => void navigate(`/operations/${chosen}`)}>
        <Tabs.List aria-label={t('operations')}>
          {tabs.map(({ id, name }) => (
            <Tabs.Tab key={id} value={id}>
              {t(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ id, panel: Panel }) => (
          <Tabs.Panel key={id} value={id} pt="md">
            <Suspense fallback={<Waiting />}>
              <Panel />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
