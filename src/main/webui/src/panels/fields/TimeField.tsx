import { TextInput } from '@mantine/core'

interface Props {
  label: string
  description?: string
  value: string
  error?: string
  onChange: (value: string) => void
}

/** A time of the day. */
export function TimeField({ value, onChange, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      type="time"
      required
      step={value.length > 5 ? 1 : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
