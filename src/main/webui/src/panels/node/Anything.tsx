import { SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Template } from './Template'

interface Props {
  name: string
  required: boolean
  value: unknown
  /** Undefined where it is to be left out. */
  onChange: (value: unknown) => void
  error?: string
}

/** A plain value, or lists and mappings of them as JSON. */
export function Anything({ name, required, value, onChange, error }: Props) {
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

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

/** A number or a truth value where the text is nothing else. */
function plain(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text
}
