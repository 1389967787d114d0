import { Alert, AppShell, Burger, Center, Group, Loader, NavLink, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { Menu } from './Menu'
import { sections } from './navigation'
import { useSession } from './session'

/** The frame of every page: where one is, where one can go, who one is. */
export function Shell() {
  const { t } = useTranslation()
  const { session, loading, error, may } = useSession()
  const [opened, { toggle, close }] = useDisclosure()
  const { pathname, search } = useLocation()

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
      navbar={{ width: 200, breakpoint: 'md', collapsed: { mobile: !opened } }}
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
      <AppShell.Navbar p="xs" component="nav" aria-label={t('navigation')}>
        {sections
          .filter((section) => !section.right || may(section.right))
          .map(({ path, name, icon: Icon }) => (
            <NavLink
              key={path}
              component={Link}
              to={path}
              label={t(name)}
              leftSection={<Icon size={18} aria-hidden />}
              active={pathname === path || pathname.startsWith(path + '/')}
              aria-current={pathname.startsWith(path) ? 'page' : undefined}
              onClick={close}
            />
          ))}
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
