import { Anchor, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { Failure } from '../../app/Failure'
import { Page } from '../../app/Page'
import { Waiting } from '../../app/Shell'
import { Participations } from './Participations'
import { Profile } from './Profile'
import { readUser } from './queries'
import { Story } from './Story'
import { WhyNot } from './WhyNot'

const TABS = [
  { id: 'timeline', panel: Story },
  { id: 'participations', panel: Participations },
  { id: 'why', panel: WhyNot },
  { id: 'profile', panel: Profile },
] as const

/** All about one user, in tabs that have an address each. */
export default function UserPage() {
  const { id = '', tab = 'timeline' } = useParams()
  const { t } = useTranslation('users')
  const navigate = useNavigate()
  const user = useQuery({ queryKey: ['user', id], queryFn: ({ signal }) => readUser(id, signal) })
  return (
    <Page
      title={typeof user.data?.attributes.name === 'string' ? `${user.data.attributes.name} (${id})` : id}
      actions={
        <Anchor component={Link} to="/users" size="sm">
          {t('allUsers')}
        </Anchor>
      }
    >
      {user.isPending && <Waiting />}
      {user.isError && <Failure error={user.error} retry={() => void user.refetch()} />}
      {user.data && (
        <Tabs
          value={tab}
          keepMounted={false}
          onChange={(chosen) => void navigate(`/users/${encodeURIComponent(id)}/${chosen}`)}
        >
          <Tabs.List aria-label={t('about')}>
            {TABS.map((one) => (
              <Tabs.Tab key={one.id} value={one.id}>
                {t(`tab.${one.id}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {TABS.map(({ id: value, panel: Panel }) => (
            <Tabs.Panel key={value} value={value} pt="md">
              <Panel user={user.data} />
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </Page>
  )
}
