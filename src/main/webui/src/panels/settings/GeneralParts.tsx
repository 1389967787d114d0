import { Button, Group, Select, TagsInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TimeField } from '../fields/TimeField'
import { listAt, put, textAt, type PanelProps } from '../fields/writing'
import {
  DateTimeSetting,
  NumberSetting,
  Part,
  TextSetting,
  useField,
  WordSetting,
  type FieldProps,
} from './fields'

export function GeneralPart(props: PanelProps) {
  const { file } = props
  return (
    <Part element="campaign" findings={props.findings}>
      <TextSetting {...props} path={['name']} name="name" placeholder={textAt(file, ['campaign'])} />
      <Tags {...props} path={['tags']} name="tags" />
      <NumberSetting {...props} path={['priority']} name="priority" standard={0} />
    </Part>
  )
}

function Tags(props: FieldProps) {
  const { label, description, error, write } = useField(props)
  return (
    <TagsInput
      {...{ label, description, error }}
      value={listAt(props.file, props.path).map(String)}
      onChange={write}
    />
  )
}

export function SchedulePart(props: PanelProps) {
  return (
    <Part element="schedule" findings={props.findings}>
      <DateTimeSetting {...props} path={['schedule', 'start']} name="start" />
      <DateTimeSetting {...props} path={['schedule', 'end']} name="end" />
      <Zone {...props} path={['schedule', 'timezone']} name="timezone" />
      <WordSetting {...props} path={['schedule', 'at-end']} name="atEnd" words={['finish', 'stop']} />
    </Part>
  )
}

function Zone(props: FieldProps) {
  const { t } = useTranslation('panels')
  const { write, value, ...field } = useField(props)
  const zones = useMemo(() => {
    const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
    return value && !known.includes(value) ? [value, ...known] : known
  }, [value])
  return (
    <Select
      {...field}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear', { label: field.label }) }}
      limit={50}
      placeholder={t('settings.installationZone')}
      value={value || null}
      data={zones}
      onChange={(zone) => write(zone ?? undefined)}
    />
  )
}

/** Hours in which messages rest. Both times must be there, so that one button begins and one ends them. */
export function QuietHoursPart(props: PanelProps) {
  const { t } = useTranslation('panels')
  const { file, onChange } = props
  const path = ['quiet-hours']
  if (file.get(path) === undefined)
    return (
      <Button
        variant="light"
        w="fit-content"
        onClick={() => onChange(file.set(path, { from: '22:00', to: '08:00' }))}
      >
        {t('settings.addQuietHours')}
      </Button>
    )
  return (
    <Part element="quiet-hours" findings={props.findings}>
      <Group grow align="flex-start">
        <Time {...props} path={['quiet-hours', 'from']} name="quietFrom" />
        <Time {...props} path={['quiet-hours', 'to']} name="quietTo" />
      </Group>
      <WordSetting {...props} path={['quiet-hours', 'zone']} name="quietZone" words={['schedule', 'user']} />
      <WordSetting {...props} path={['quiet-hours', 'then']} name="quietThen" words={['hold', 'drop']} />
      <Button variant="default" w="fit-content" onClick={() => onChange(put(file, path, undefined))}>
        {t('settings.removeQuietHours')}
      </Button>
    </Part>
  )
}

function Time(props: FieldProps) {
  const { file, onChange, path } = props
  const field = useField(props)
  return (
    <TimeField
      label={field.label}
      value={field.value}
      error={field.error}
      onChange={(time) => onChange(file.set(path, time))}
    />
  )
}
