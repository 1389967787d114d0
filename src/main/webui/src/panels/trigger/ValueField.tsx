import { ActionIcon, Button, Group, NumberInput, Select, Stack } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Completed, templateWord } from '../fields/Completed'
import { useWords } from '../fields/words'
import { isMap } from '../../graph/print'
import { arity, onText } from './kinds'

type Sort = 'number' | 'text' | 'truth' | 'reference'

const BLANK: Record<Sort, unknown> = { number: 0, text: '', truth: true, reference: '{' }

/** What a value is in the object form: a text that begins with a brace is a reference. */
export function sortOf(value: unknown): Sort {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'truth'
  return typeof value === 'string' && value.startsWith('{') ? 'reference' : 'text'
}

const literal = (text: string): unknown => (text.startsWith('{') ? { text } : text)

interface Props {
  label: string
  operator: string
  value: unknown
  onChange: (value: unknown) => void
  /** The sort to begin with, by what has been seen. */
  likely?: Sort
  error?: string
}

/** The value, or the values, that an operator takes. */
export function OperandField({ label, operator, value, onChange, likely = 'text', error }: Props) {
  const { t } = useTranslation('trigger')
  const takes = arity(operator)
  if (takes === 'none') return null
  const texts = onText(operator)
  if (takes === 'one' || (takes === 'some' && sortOf(value) === 'reference'))
    return (
      <ValueField
        {...{ label, value, onChange, error, texts }}
        several={takes === 'some' ? () => onChange([BLANK[likely]]) : undefined}
      />
    )
  const values = Array.isArray(value) ? value : [value]
  const change = (index: number, one: unknown) => onChange(values.map((v, i) => (i === index ? one : v)))
  return (
    <Stack gap={4} role="group" aria-label={label}>
      {values.map((one, index) => (
        <Group key={index} gap={4} wrap="nowrap" align="flex-start">
          <ValueField
            label={
              takes === 'two'
                ? t(index === 0 ? 'from' : 'to')
                : t('valueNumber', { label, number: index + 1 })
            }
            value={one}
            texts={texts}
            error={index === 0 ? error : undefined}
            onChange={(next) =>
              // One reference alone stands for the whole list.
              takes === 'some' && values.length === 1 && sortOf(next) === 'reference'
                ? onChange(next)
                : change(index, next)
            }
          />
          {takes === 'some' && values.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              aria-label={t('removeValue', { number: index + 1 })}
              onClick={() => onChange(values.filter((_, i) => i !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {takes === 'some' && (
        <Button
          size="compact-sm"
          variant="subtle"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...values, BLANK[values.length ? sortOf(values[0]) : likely]])}
        >
          {t('addValue')}
        </Button>
      )}
    </Stack>
  )
}

/** The value to begin with under another operator, as much of the former one as fits. */
export function operandFor(operator: string, former: unknown): unknown {
  const values = Array.isArray(former) ? former : former === undefined ? [] : [former]
  const plain = onText(operator) ? values.map((one) => (isMap(one) ? one : literalText(one))) : values
  switch (arity(operator)) {
    case 'none':
      return undefined
    case 'one':
      return plain[0] ?? ''
    case 'two':
      return [plain[0] ?? 0, plain[1] ?? plain[0] ?? 0]
    case 'some':
      return plain.length ? plain : ['']
  }
}

const literalText = (value: unknown): string => String(value)

interface OneProps {
  label: string
  value: unknown
  onChange: (value: unknown) => void
  texts: boolean
  error?: string
  /** Leads from one reference to a list of values. */
  several?: () => void
}

function ValueField({ label, value, onChange, texts, error, several }: OneProps) {
  const { t } = useTranslation('trigger')
  const { references } = useWords()
  const sort = sortOf(value)
  const sorts: Sort[] = texts ? ['text', 'reference'] : ['text', 'number', 'truth', 'reference']
  const choose = (next: string | null) => {
    if (!next || next === sort) return
    if (several) several()
    else onChange(converted(value, next as Sort))
  }
  return (
    <Group gap={4} wrap="nowrap" align="flex-start" flex={1}>
      {sort === 'number' ? (
        <NumberInput
          aria-label={label}
          flex={1}
          value={value as number}
          error={error}
          onChange={(next) => typeof next === 'number' && onChange(next)}
        />
      ) : sort === 'truth' ? (
        <Select
          aria-label={label}
          flex={1}
          allowDeselect={false}
          value={String(value)}
          error={error}
          data={['true', 'false'].map((one) => ({ value: one, label: t(one) }))}
          onChange={(next) => onChange(next === 'true')}
        />
      ) : (
        <div style={{ flex: 1 }}>
          <Completed
            hideLabel
            label={label}
            error={error}
            completions={sort === 'reference' ? references : []}
            wordAt={templateWord}
            value={isMap(value) ? String(value.text ?? '') : String(value ?? '')}
            onChange={(text) => onChange(sort === 'reference' && text.startsWith('{') ? text : literal(text))}
          />
        </div>
      )}
      <Select
        aria-label={t('sortOf', { label })}
        w={105}
        allowDeselect={false}
        value={sort}
        onChange={choose}
        data={sorts.concat(sorts.includes(sort) ? [] : [sort]).map((one) => ({
          value: one,
          label: t(`sort.${one}`),
        }))}
      />
    </Group>
  )
}

function converted(value: unknown, sort: Sort): unknown {
  const text = isMap(value) ? String(value.text ?? '') : String(value ?? '')
  switch (sort) {
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : 0
    case 'truth':
      return text === 'true'
    case 'text':
      return sortOf(value) === 'reference' ? '' : literal(text)
    case 'reference':
      return BLANK.reference
  }
}
