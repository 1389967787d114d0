import { NumberInput, Select, Stack, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTimeField } from '../fields/DateTimeField'
import { DurationField } from '../fields/DurationField'
import { FindingList, findingsOf } from '../fields/FindingList'
import { put, textAt, type PanelProps } from '../fields/writing'

export interface FieldProps extends PanelProps {
  /** Where it stands in the file. */
  path: (string | number)[]
  /** The key of its name and, with `Help`, of its sentence of help. */
  name: string
}

/** What is told of a field: its name, its sentence of help, and what the checks found. */
export function useField({ file, onChange, findings, path, name }: FieldProps) {
  const { t } = useTranslation('panels')
  const found = findingsOf(findings, elementOf(path))
  return {
    label: t(`settings.${name}`),
    description: t(`settings.${name}Help`),
    error: found.map(({ message, advice }) => `${message} ${advice ?? ''}`.trim()).join(' ') || undefined,
    value: textAt(file, path),
    write: (value: unknown) => onChange(put(file, path, value)),
  }
}

/** The name by which findings call a place, such as `participation.limits[0].count`. */
export const elementOf = (path: (string | number)[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    '',
  )

export function TextSetting({ placeholder, ...props }: FieldProps & { placeholder?: string }) {
  const { write, ...field } = useField(props)
  return (
    <TextInput {...field} placeholder={placeholder} onChange={(event) => write(event.currentTarget.value)} />
  )
}

export function NumberSetting({
  least,
  standard,
  ...props
}: FieldProps & { least?: number; standard?: number }) {
  const { write, value, ...field } = useField(props)
  return (
    <NumberInput
      {...field}
      allowDecimal={false}
      min={least}
      placeholder={standard === undefined ? undefined : String(standard)}
      value={value}
      onChange={(next) => write(next === '' || next === standard ? undefined : next)}
    />
  )
}

/** One of some words, the first of which is not written. */
export function WordSetting({ words, ...props }: FieldProps & { words: [string, ...string[]] }) {
  const { t } = useTranslation('panels')
  const { write, value, ...field } = useField(props)
  return (
    <Select
      {...field}
      allowDeselect={false}
      value={value || words[0]}
      data={words.map((word) => ({ value: word, label: t(`settings.word.${props.name}.${word}`) }))}
      onChange={(next) => write(next === words[0] ? undefined : next)}
    />
  )
}

export function DurationSetting(props: FieldProps) {
  const { write, ...field } = useField(props)
  return <DurationField {...field} onChange={write} />
}

export function DateTimeSetting(props: FieldProps) {
  const { write, ...field } = useField(props)
  return <DateTimeField {...field} onChange={write} />
}

/** A part of the settings, with what the checks found of it as a whole. */
export function Part({
  element,
  findings,
  children,
}: Pick<PanelProps, 'findings'> & { element: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      {children}
      <FindingList findings={findingsOf(findings, element, true)} />
    </Stack>
  )
}
