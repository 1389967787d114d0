import { Badge } from '@mantine/core'
import { IconCircleDashed, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../api-types/campaigns'

const LOOKS = {
  running: { color: 'green', icon: IconPlayerPlay },
  paused: { color: 'yellow', icon: IconPlayerPause },
  ended: { color: 'gray', icon: IconPlayerStop },
  unpublished: { color: 'gray', icon: IconCircleDashed },
}

/** Whether a campaign runs; said by a sign and a word. */
export function StatusBadge({ status }: { status: Status | 'unpublished' }) {
  const { t } = useTranslation('campaigns')
  const { color, icon: Icon } = LOOKS[status]
  return (
    <Badge
      size="lg"
      tt="none"
      variant="default"
      miw="max-content"
      leftSection={<Icon size={14} aria-hidden color={`var(--mantine-color-${color}-7)`} />}
    >
      {t(`status.${status}`)}
    </Badge>
  )
}
