import { Badge } from '@mantine/core'
import { IconAntennaBars5, IconAntennaBarsOff, IconLoader2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LiveState } from './watch'

const SIGNS = {
  live: { color: 'teal', icon: IconAntennaBars5 },
  connecting: { color: 'gray', icon: IconLoader2 },
  reconnecting: { color: 'orange', icon: IconAntennaBarsOff },
}

/** Whether what is shown is of this very second. */
export function LiveSign({ state }: { state: LiveState }) {
  const { t } = useTranslation('live')
  const { color, icon: Icon } = SIGNS[state]
  return (
    <Badge
      role="status"
      color={color}
      variant="light"
      size="lg"
      tt="none"
      leftSection={<Icon size={16} aria-hidden />}
    >
      {t(`state.${state}`)}
    </Badge>
  )
}
