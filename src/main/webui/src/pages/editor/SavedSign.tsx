import { Alert, Badge, Button, Group, Loader } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../app/Failure'
import type { Saving } from './useSaving'

/** Whether what one sees is kept. */
export function SavedSign({ state }: { state: Saving['state'] }) {
  const { t } = useTranslation('canvas')
  const signs = {
    saved: <IconCheck size={14} aria-hidden />,
    saving: <Loader size={12} aria-hidden />,
    unsaved: <IconPencil size={14} aria-hidden />,
    failed: <IconAlertTriangle size={14} aria-hidden />,
    conflict: <IconAlertTriangle size={14} aria-hidden />,
    gone: <IconAlertTriangle size={14} aria-hidden />,
  }
  const grave = state === 'failed' || state === 'conflict' || state === 'gone'
  return (
    <Badge
      size="lg"
      tt="none"
      variant="light"
      role="status"
      color={grave ? 'red' : 'gray'}
      leftSection={signs[state]}
    >
      {t(`saving.${state}`)}
    </Badge>
  )
}

interface Props {
  saving: Saving
  onRetry: () => void
  onBeginAnew: () => void
  onMine: () => void
  onTheirs: () => void
}

/** What to do where a text could not be kept. */
export function SavingTrouble({ saving, onRetry, onBeginAnew, onMine, onTheirs }: Props) {
  const { t } = useTranslation('canvas')
  if (saving.state === 'failed') return <Failure error={saving.error} retry={onRetry} />
  if (saving.state === 'gone')
    return (
      <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('gone.title')}>
        {t('gone.why')}
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={onBeginAnew}>
            {t('gone.begin')}
          </Button>
        </Group>
      </Alert>
    )
  if (saving.state !== 'conflict') return null
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('conflict.title')}>
      {t('conflict.why', { who: saving.theirs.editedBy ?? t('conflict.somebody') })}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={onTheirs}>
          {t('conflict.theirs')}
        </Button>
        <Button size="compact-sm" color="red" onClick={onMine}>
          {t('conflict.mine')}
        </Button>
      </Group>
    </Alert>
  )
}
