import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Page } from '../../app/Page'
import { useSession } from '../../app/session'
import { NotFound } from '../shell/NotFound'
import { Accounts } from './Accounts'
import { Audit } from './Audit'
import { Keys } from './Keys'

const TABS = { accounts: Accounts, keys: Keys, audit: Audit }
type Tab = keyof typeof TABS

/** Who is let in, and who changed what. */
export default function Admin() {
  const { t } = useTranslation('access')
  const { may } = useSession()
  const { tab = 'accounts' } = useParams()
  const navigate = useNavigate()
  if (!may('administer') || !(tab in TABS)) return <NotFound />
  const Panel = TABS[tab as Tab]
  return (
    <Page title={t('administration')}>
      <Tabs value={tab} onChange={(next) => void navigate(`/admin/${next}`)}>
        <Tabs.List>
          {Object.keys(TABS).map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <Panel />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
