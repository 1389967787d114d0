import { Button, Group, Menu as Dropdown, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LANGUAGES, speak, type Language } from './i18n'
import { useSession } from './session'

/** Who is signed in, in which language and light. */
export function Menu() {
  const { t } = useTranslation()
  const { session, signOut } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const dark = colorScheme === 'dark'

  return (
    <Group gap="xs" wrap="nowrap">
      <Dropdown withinPortal={false}>
        <Dropdown.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            leftSection={<IconUser size={18} aria-hidden />}
          >
            {session?.name ?? session?.user}
          </Button>
        </Dropdown.Target>
        <Dropdown.Dropdown>
          <Dropdown.Item component={Link} to="/me" leftSection={<IconUser size={16} aria-hidden />}>
            {t('account')}
          </Dropdown.Item>
          <Dropdown.Item
            leftSection={dark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}
            onClick={() => setColorScheme(dark ? 'light' : 'dark')}
          >
            {t(dark ? 'light' : 'dark')}
          </Dropdown.Item>
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <Dropdown.Item
              key={code}
              lang={code}
              leftSection={<IconLanguage size={16} aria-hidden />}
              onClick={() => speak(code as Language)}
            >
              {name}
            </Dropdown.Item>
          ))}
          <Dropdown.Divider />
          <Dropdown.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
            {t('signOut')}
          </Dropdown.Item>
        </Dropdown.Dropdown>
      </Dropdown>
    </Group>
  )
}
