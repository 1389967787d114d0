import { ActionIcon, Group, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core'
import {
  IconBolt,
  IconCheckbox,
  IconClock,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconPoint,
  IconSpeakerphone,
  IconUser,
  IconVersions,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Frame, FrameKind } from '../../api-types/simulate'
import { clockTime } from './story'
import classes from './Timeline.module.css'

const ICONS: Record<FrameKind, typeof IconBolt> = {
  standing: IconPoint,
  event: IconBolt,
  time: IconClock,
  profile: IconUser,
  settled: IconCheckbox,
  launch: IconSpeakerphone,
  other: IconVersions,
}

const PACE_MS = 900

interface Props {
  frames: Frame[]
  zone: string
  chosen: number
  onChoose: (frame: number) => void
}

/** The frames of a simulation, to be gone through by hand or played. */
export function Timeline({ frames, zone, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation('simulate')
  const [playing, setPlaying] = useState(false)
  const last = frames.length - 1
  const runs = playing && chosen < last

  useEffect(() => {
    if (!runs) return
    const timer = window.setTimeout(() => onChoose(chosen + 1), PACE_MS)
    return () => window.clearTimeout(timer)
  }, [runs, chosen, onChoose])

  const play = () => {
    if (runs) return setPlaying(false)
    if (chosen >= last) onChoose(0)
    setPlaying(true)
  }
  return (
    <Stack gap="xs">
      <Group gap="xs" role="toolbar" aria-label={t('timeline')}>
        <ActionIcon
          variant="default"
          aria-label={t('back')}
          disabled={chosen <= 0}
          onClick={() => onChoose(chosen - 1)}
        >
          <IconPlayerSkipBack size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={runs ? t('pause') : t('play')}
          disabled={last < 1}
          onClick={play}
        >
          {runs ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('forward')}
          disabled={chosen >= last}
          onClick={() => onChoose(chosen + 1)}
        >
          <IconPlayerSkipForward size={16} aria-hidden />
        </ActionIcon>
        <Text size="sm" aria-live="polite">
          {t('frameOf', { frame: chosen + 1, frames: frames.length })}
        </Text>
      </Group>
      <ScrollArea.Autosize mah={220} type="auto">
        <ol className={classes.frames}>
          {frames.map((frame, rank) => {
            const Icon = ICONS[frame.kind]
            return (
              <li key={rank}>
                <UnstyledButton
                  className={classes.frame}
                  aria-current={rank === chosen ? 'step' : undefined}
                  onClick={() => onChoose(rank)}
                >
                  <Icon size={16} aria-hidden />
                  <Text size="sm" component="span">
                    {clockTime(frame.at, zone, i18n.language)}
                  </Text>
                  <Text size="sm" component="span" truncate>
                    {frame.kind === 'standing' ? t(`kind.standing`) : frame.what}
                  </Text>
                </UnstyledButton>
              </li>
            )
          })}
        </ol>
      </ScrollArea.Autosize>
    </Stack>
  )
}
