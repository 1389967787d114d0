import {
  ActionIcon,
  Button,
  Group,
  Input,
  SegmentedControl,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Parameter } from '../../api-types/vocabulary'
import { Completed, templateWord } from '../fields/Completed'
import { DurationField } from '../fields/DurationField'
import { useWords } from '../fields/words'
import { isMap } from '../../graph/print'

interface Props {
  parameter: Parameter
  value: unknown
  /** Undefined where it is to be left out. */
  onChange: (value: unknown) => void
  error?: string
}

/** A parameter of an action, by what it is made of. */
export function ParameterField({ parameter, value, onChange, error }: Props) {
  const { pools } = useWords()
  const { name, kind, required, choices } = parameter
  const text = value === undefined || value === null ? '' : String(value)
  if (choices.length > 0)
    return (
      <Select
        label={name}
        required={required}
        clearable={!required}
        value={text || null}
        data={choices.includes(text) || text === '' ? choices : [...choices, text]}
        error={error}
        onChange={(next) => onChange(next ?? undefined)}
      />
    )
  switch (kind) {
    case 'pool':
      return (
        <Pool
          {...{ name, required, error, text, onChange }}
          pools={pools.map(({ pool, free }) => ({ pool, free }))}
        />
      )
    case 'duration':
      return (
        <DurationField
          label={name}
          required={required}
          value={text}
          error={error}
          units={['S', 'MIN']}
          onChange={(next) => onChange(next || undefined)}
        />
      )
    case 'texts':
      return <Texts label={name} value={isMap(value) ? value : {}} onChange={onChange} error={error} />
    case 'anything':
      return <Anything {...{ parameter, value, onChange, error }} />
    case 'text':
      return isPlain(value) ? (
        <Template {...{ name, required, error, text }} onChange={(next) => onChange(next || undefined)} />
      ) : (
        <Anything {...{ parameter, value, onChange, error }} />
      )
  }
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

interface TextProps {
  name: string
  required: boolean
  error?: string
  text: string
  onChange: (text: string) => void
}

/** A text in which values of the user, the event or an earlier action may stand. */
function Template({ name, required, error, text, onChange }: TextProps) {
  const { references } = useWords()
  return (
    <Completed
      label={name}
      required={required}
      error={error}
      multiline
      completions={references}
      wordAt={templateWord}
      value={text}
      onChange={onChange}
    />
  )
}

interface PoolProps extends TextProps {
  pools: { pool: string; free: number }[]
}

function Pool({ name, required, error, text, onChange, pools }: PoolProps) {
  const { t } = useTranslation('panels')
  const known = pools.map(({ pool, free }) => ({ value: pool, label: t('poolOf', { pool, count: free }) }))
  const data =
    known.some(({ value }) => value === text) || !text ? known : [...known, { value: text, label: text }]
  return (
    <Select
      label={name}
      required={required}
      searchable
      value={text || null}
      data={data}
      error={error}
      nothingFoundMessage={t('noPools')}
      onChange={(next) => next && onChange(next)}
    />
  )
}

interface TextsProps {
  label: string
  value: Record<string, unknown>
  onChange: (value: unknown) => void
  error?: string
}

/** Texts by name, such as the headers of a request. */
function Texts({ label, value, onChange, error }: TextsProps) {
  const { t } = useTranslation('panels')
  const { references } = useWords()
  const entries = Object.entries(value)
  const write = (next: [string, unknown][]) => onChange(next.length ? Object.fromEntries(next) : undefined)
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <Stack gap={4} role="group" aria-label={label}>
        {entries.map(([name, text], index) => (
          <Group key={index} gap={4} wrap="nowrap" align="flex-start">
            <TextInput
              aria-label={t('nameNumber', { label, number: index + 1 })}
              w={130}
              value={name}
              onChange={(event) => {
                const named = event.currentTarget.value
                if (named === name || !(named in value))
                  write(entries.map((one, i) => (i === index ? [named, text] : one)))
              }}
            />
            <div style={{ flex: 1 }}>
              <Completed
                hideLabel
                label={t('valueOf', { name })}
                completions={references}
                wordAt={templateWord}
                value={String(text ?? '')}
                onChange={(next) => write(entries.map((one, i) => (i === index ? [name, next] : one)))}
              />
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              aria-label={t('removeNamed', { name })}
              onClick={() => write(entries.filter((_, i) => i !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          w="fit-content"
          disabled={'' in value}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => write([...entries, ['', '']])}
        >
          {t('addTo', { label })}
        </Button>
      </Stack>
    </Input.Wrapper>
  )
}

/** A plain value, or lists and mappings of them as JSON. */
function Anything({ parameter: { name, required }, value, onChange, error }: Props) {
  const { t } = useTranslation('panels')
  const [structured, setStructured] = useState(!isPlain(value))
  const [draft, setDraft] = useState<string>()
  const [broken, setBroken] = useState(false)
  const shown = draft ?? JSON.stringify(value ?? {}, null, 2)

  function write(text: string) {
    setDraft(text)
    try {
      onChange(JSON.parse(text))
      setBroken(false)
    } catch {
      // The last one that reads stays in the file.
      setBroken(true)
    }
  }

  return (
    <Stack gap={4}>
      {structured ? (
        <Textarea
          label={name}
          required={required}
          autosize
          minRows={3}
          maxRows={16}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          spellCheck={false}
          value={shown}
          error={broken ? t('noJson') : error}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={() => !broken && setDraft(undefined)}
        />
      ) : (
        <Template
          {...{ name, required, error }}
          text={value === undefined || value === null ? '' : String(value)}
          onChange={(text) => onChange(text === '' ? undefined : plain(text))}
        />
      )}
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('shapeOf', { name })}
        value={structured ? 'structure' : 'text'}
        data={['text', 'structure'].map((one) => ({ value: one, label: t(`shape.${one}`) }))}
        onChange={(shape) => {
          setStructured(shape === 'structure')
          setDraft(undefined)
          setBroken(false)
          if (shape === 'structure' && isPlain(value)) onChange({})
          if (shape === 'text' && !isPlain(value)) onChange(JSON.stringify(value))
        }}
      />
    </Stack>
  )
}

/** A number or a truth value where the text is nothing else. */
function plain(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text
}
