import { Group, Input, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  label: string
  /** A local date, with or without a time; empty is none. */
  value: string
  onChange: (value: string) => void
  description?: string
  error?: string
}

/** A local date and, where it is not midnight, its time. */
export function DateTimeField({ label, value, onChange, description, error }: Props) {
  const { t } = useTranslation('panels')
  const id = useId()
  const [date = '', written = ''] = value.split('T')
  // While a date is being typed there is none: its time must outlast that.
  const [kept, setKept] = useState(written)
  const time = date ? written : kept
  function write(day: string, hour: string) {
    setKept(hour)
    onChange(day && hour ? `${day}T${hour}` : day)
  }
  return (
    <Input.Wrapper label={label} description={description} error={error} id={id}>
      <Group gap="xs" wrap="nowrap" mt={4}>
        <TextInput
          id={id}
          type="date"
          flex={1}
          value={date}
          error={!!error}
          onChange={(event) => write(event.currentTarget.value, time)}
        />
        <TextInput
          aria-label={t('timeOf', { label })}
          type="time"
          w={120}
          value={time}
          disabled={!date}
          onChange={(event) => write(date, event.currentTarget.value)}
        />
      </Group>
    </Input.Wrapper>
  )
}
