import { Alert, AppShell, Burger, Center, Group, Loader, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, Outlet, useLocation, useMatch } from 'react-router'
import { Menu } from './Menu'
import { Navigation } from './Navigation'
import { useSession } from './session'

/** The frame of every page: where one is, where one can go, who one is. */
export function Shell() {
  const { t } = useTranslation()
  const { session, loading, error } = useSession()
  const [opened, { toggle, close }] = useDisclosure()
  const { pathname, search } = useLocation()
  // Whoever draws needs the width.
  const drawing = useMatch('/drafts/:id') !== null

  if (loading) return <Waiting />
  if (error)
    return (
      <Alert m="xl" color="red" title={t('unreachable')}>
        {error.message}
      </Alert>
    )
  if (!session) return <Navigate to="/sign-in" replace state={{ from: pathname + search }} />

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: drawing ? 60 : 200, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a href="#main" className="skip">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t('menu')} />
            <img src="/bell.svg" alt="" width={26} height={26} />
            <Text fw={700} size="lg" component={Link} to="/" c="inherit" td="none">
              Campanile
            </Text>
          </Group>
          <Menu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        p="xs"
        component="nav"
        aria-label={t('navigation')}
        className={drawing ? 'rail' : undefined}
      >
        <Navigation onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  )
}

export function Waiting() {
  const { t } = useTranslation()
  return (
    <Center mih="40vh" role="status" aria-label={t('loading')}>
      <Loader />
    </Center>
  )
}
