import { Text, TextInput } from '@mantine/core'
import { Cron } from 'croner'
import cronstrue from 'cronstrue'
import 'cronstrue/locales/zh_CN'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  label: string
  description?: string
  value: string
  error?: string
  onChange: (value: string) => void
  /** The zone on whose clock the next times are shown; without one they are not. */
  zone?: string
}

const SHOWN = 3

/** A cron expression with what it means, and the next times at which it is so. */
export function CronField({ label, description, value, error, onChange, zone }: Props) {
  const { t, i18n } = useTranslation('panels')
  const words = useMemo(() => wordsOf(value, i18n.language), [value, i18n.language])
  const next = useMemo(
    () => (zone ? nextTimes(value, zone, i18n.language) : []),
    [value, zone, i18n.language],
  )
  return (
    <div>
      <TextInput
        label={label}
        description={description}
        error={error}
        value={value}
        required
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {words && (
        <Text size="sm" mt={4}>
          {words}
        </Text>
      )}
      {next.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('nextTimes', { zone, times: next.join(' · ') })}
        </Text>
      )}
    </div>
  )
}

function wordsOf(expression: string, language: string): string {
  try {
    return cronstrue.toString(expression, {
      locale: language === 'zh' ? 'zh_CN' : 'en',
      use24HourTimeFormat: true,
    })
  } catch {
    // The service says what is wrong with it.
    return ''
  }
}

function nextTimes(expression: string, zone: string, language: string): string[] {
  try {
    const times = new Cron(expression, { timezone: zone, paused: true, mode: '5-part' }).nextRuns(SHOWN)
    const format = new Intl.DateTimeFormat(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    })
    return times.map((time) => format.format(time))
  } catch {
    return []
  }
}
