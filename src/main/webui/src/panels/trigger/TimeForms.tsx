import { Chip, Group, Input, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CronField } from '../fields/CronField'
import { DateTimeField } from '../fields/DateTimeField'
import { DurationField } from '../fields/DurationField'
import { TimeField } from '../fields/TimeField'
import { isMap } from '../../graph/print'
import { asText, withMember, type FormProps } from './form'

const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']

export function AfterForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  return (
    <DurationField
      label={t('after')}
      description={t('afterHelp')}
      required
      value={asText(value.after)}
      error={problem('after')}
      onChange={(after) => onChange(withMember(value, 'after', after))}
    />
  )
}

export function AtForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  return (
    <Stack gap="sm">
      <TimeField
        label={t('at')}
        description={t('atHelp')}
        value={asText(value.at)}
        error={problem('at')}
        onChange={(at) => onChange(withMember(value, 'at', at))}
      />
      <Zone value={value} onChange={onChange} />
    </Stack>
  )
}

export function OnForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  return (
    <Stack gap="sm">
      <DateTimeField
        label={t('on')}
        description={t('onHelp')}
        value={asText(value.on)}
        error={problem('on')}
        onChange={(on) => onChange(withMember(value, 'on', on))}
      />
      <Zone value={value} onChange={onChange} />
    </Stack>
  )
}

export function CronForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  return (
    <Stack gap="sm">
      <CronField
        label={t('cron')}
        description={t('cronHelp')}
        value={asText(value.cron)}
        error={problem('cron')}
        onChange={(cron) => onChange(withMember(value, 'cron', cron))}
      />
      <Zone value={value} onChange={onChange} />
    </Stack>
  )
}

/** A time of the day on some days of the week. */
export function DuringForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  const told = isMap(value.during) ? value.during : {}
  const days = Array.isArray(told.days) ? (told.days as string[]) : []
  const change = (during: Record<string, unknown>) => onChange({ ...value, during })
  const choose = (next: string[]) =>
    change(withMember(told, 'days', next.length ? DAYS.filter((day) => next.includes(day)) : undefined))
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <TimeField
          label={t('opens')}
          value={asText(told.from)}
          error={problem('during.from')}
          onChange={(from) => change(withMember(told, 'from', from))}
        />
        <TimeField
          label={t('closes')}
          value={asText(told.to)}
          error={problem('during.to')}
          onChange={(to) => change(withMember(told, 'to', to))}
        />
      </Group>
      <Input.Wrapper label={t('days')} description={t('daysHelp')} labelElement="div">
        <Chip.Group multiple value={days} onChange={choose}>
          <Group gap={4} mt={4} role="group" aria-label={t('days')}>
            {DAYS.map((day) => (
              <Chip key={day} value={day} size="sm">
                {t(`day.${day}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Zone value={told} onChange={change} />
    </Stack>
  )
}

/** Whose clock a time is read on; the schedule's is not written. */
function Zone({ value, onChange }: { value: Record<string, unknown>; onChange: FormProps['onChange'] }) {
  const { t } = useTranslation('trigger')
  return (
    <Select
      label={t('clock')}
      allowDeselect={false}
      value={asText(value.zone) || 'schedule'}
      data={['schedule', 'user'].map((one) => ({ value: one, label: t(`clockOf.${one}`) }))}
      onChange={(zone) => onChange(withMember(value, 'zone', zone === 'user' ? 'user' : undefined))}
    />
  )
}
