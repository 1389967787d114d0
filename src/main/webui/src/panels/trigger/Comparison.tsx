import { Autocomplete, Group, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '../../api-types/vocabulary'
import { asText, withMember, type FormProps } from './form'
import { OPERATORS, type Operator } from './kinds'
import { OperandField, operandFor } from './ValueField'

/** What has been seen of a path, as the sort of value to begin with. */
export function likely(attributes: Attribute[], path: string): 'number' | 'truth' | 'text' {
  const kinds = attributes.find((one) => one.path === path)?.kinds ?? []
  return kinds[0] === 'number' || kinds[0] === 'truth' ? kinds[0] : 'text'
}

const STARTS = { number: 0, truth: true, text: '' }

interface Props extends Pick<FormProps, 'value' | 'onChange'> {
  /** The member that holds the path: `user` in the profile, else `path`. */
  pathKey: 'path' | 'user'
  attributes: Attribute[]
  problem: (member: string) => string | undefined
}

/** One comparison: a property, an operator and what it is compared with. */
export function Comparison({ value, onChange, pathKey, attributes, problem }: Props) {
  const { t } = useTranslation('trigger')
  const path = asText(value[pathKey])
  const operator = asText(value.op)
  const sort = likely(attributes, path)

  function name(next: string) {
    const named = withMember(value, pathKey, next)
    const blank = value.value === '' || value.value === undefined
    const start = STARTS[likely(attributes, next)]
    onChange(blank && 'value' in value ? withMember(named, 'value', start) : named)
  }

  function operate(next: string | null) {
    if (next) onChange(withMember({ ...value, op: next }, 'value', operandFor(next, value.value)))
  }

  return (
    <Stack gap={4}>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <Autocomplete
          aria-label={t(pathKey === 'user' ? 'attribute' : 'property')}
          placeholder={t(pathKey === 'user' ? 'attribute' : 'property')}
          flex={1}
          limit={20}
          data={attributes.map((one) => one.path)}
          value={path}
          error={problem(pathKey)}
          onChange={name}
        />
        <OperatorSelect value={operator} onChange={operate} error={problem('op')} />
      </Group>
      <OperandField
        label={t('value')}
        operator={operator}
        value={value.value}
        likely={sort}
        error={problem('value')}
        onChange={(next) => onChange(withMember(value, 'value', next))}
      />
    </Stack>
  )
}

interface OperatorProps {
  value: string
  onChange: (operator: string | null) => void
  of?: readonly Operator[]
  error?: string
}

export function OperatorSelect({ value, onChange, of = OPERATORS, error }: OperatorProps) {
  const { t } = useTranslation('trigger')
  return (
    <Select
      aria-label={t('operator')}
      w={170}
      allowDeselect={false}
      value={value}
      error={error}
      data={of.map((one) => ({ value: one, label: t(`op.${one}`) }))}
      onChange={onChange}
    />
  )
}
