import { NavLink } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { sections } from './sections'
import { useSession } from './session'

/** Where one can go, and under what one is. */
export function Navigation({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { pathname } = useLocation()
  const under = (path: string) => pathname === path || pathname.startsWith(path + '/')

  return sections
    .filter((section) => !section.right || may(section.right))
    .map(({ path, covers = [], name, icon: Icon }) => {
      const here = [path, ...covers].some(under)
      return (
        <NavLink
          key={path}
          component={Link}
          to={path}
          label={t(name)}
          aria-label={t(name)}
          title={t(name)}
          leftSection={<Icon size={18} aria-hidden />}
          active={here}
          aria-current={here ? 'page' : undefined}
          onClick={onGo}
        />
      )
    })
}
