import { NumberInput } from '@mantine/core'

interface Props {
  label: string
  description?: string
  /** Such as `30%`; empty is none. */
  value: string
  error?: string
  onChange: (value: string) => void
}

/** A share of all, with decimals. */
export function PercentField({ label, description, value, error, onChange }: Props) {
  const number = Number(value.replace('%', ''))
  return (
    <NumberInput
      label={label}
      description={description}
      suffix="%"
      min={0}
      max={100}
      decimalScale={6}
      allowNegative={false}
      value={value === '' || Number.isNaN(number) ? value.replace('%', '') : number}
      error={error}
      onChange={(next) => onChange(next === '' ? '' : `${next}%`)}
    />
  )
}
