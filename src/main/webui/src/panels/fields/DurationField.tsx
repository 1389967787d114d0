import { Group, Input, NumberInput, Select, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { amountOf, textOf, UNITS, type Unit } from './duration'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  description?: string
  error?: string
  units?: Unit[]
  required?: boolean
}

const ISO = 'ISO'
const ALL = Object.keys(UNITS) as Unit[]

/** A duration: a number and its unit, or the ISO 8601 text. Empty is none. */
export function DurationField({ label, value, onChange, description, error, units = ALL, required }: Props) {
  const { t } = useTranslation('panels')
  const id = useId()
  const [written, setWritten] = useState(false)
  const [unit, setUnit] = useState<Unit>(units.includes('D') ? 'D' : units[0]!)
  const amount = amountOf(value)
  const asText = written || (value !== '' && !amount)
  const shown = amount?.unit ?? unit

  function choose(next: string | null) {
    setWritten(next === ISO)
    if (!next || next === ISO) return
    setUnit(next as Unit)
    if (value) onChange(textOf({ count: amount?.count ?? 1, unit: next as Unit }))
  }

  return (
    <Input.Wrapper label={label} description={description} error={error} required={required} id={id}>
      <Group gap="xs" wrap="nowrap" mt={4}>
        {asText ? (
          <TextInput
            id={id}
            flex={1}
            value={value}
            error={!!error}
            placeholder="P1DT12H"
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <NumberInput
            id={id}
            flex={1}
            min={1}
            allowDecimal={false}
            allowNegative={false}
            error={!!error}
            value={amount?.count ?? ''}
            onChange={(count) => onChange(count === '' ? '' : textOf({ count: Number(count), unit: shown }))}
          />
        )}
        <Select
          aria-label={t('unitOf', { label })}
          w={130}
          allowDeselect={false}
          value={asText ? ISO : shown}
          onChange={choose}
          data={[
            ...(units.includes(shown) ? units : [...units, shown]).map((one) => ({
              value: one as string,
              label: t(`unit.${UNITS[one].name}`),
            })),
            { value: ISO, label: 'ISO 8601' },
          ]}
        />
      </Group>
    </Input.Wrapper>
  )
}
