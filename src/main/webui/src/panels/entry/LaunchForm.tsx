import { Autocomplete, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api-types/problem'
import { CronField } from '../fields/CronField'
import { DateTimeField } from '../fields/DateTimeField'
import { DurationField } from '../fields/DurationField'
import { FindingList, findingsOf } from '../fields/FindingList'
import { TimeField } from '../fields/TimeField'
import { useWords } from '../fields/words'
import { asText, withMember } from '../trigger/form'

type Launch = Record<string, unknown>

interface Props {
  value: Launch
  onChange: (value: Launch) => void
  findings: Finding[]
  element: string
  /** The zone of the schedule; undefined where the installation's holds. */
  zone?: string
}

const WAYS = ['cron', 'at', 'date'] as const
type Way = (typeof WAYS)[number]
const BLANK: Record<Way, Launch> = { cron: { cron: '0 9 * * MON' }, at: { at: '' }, date: { date: 'user.' } }

/** How a campaign reaches out: again and again, once, or to each user by a date of their own. */
export function LaunchForm({ value, onChange, findings, element, zone }: Props) {
  const { t } = useTranslation('panels')
  const way = WAYS.find((one) => one in value) ?? 'cron'
  const set = (name: string, member: unknown) => onChange(withMember(value, name, member))

  function choose(next: Way) {
    const rate = next === 'date' || value.rate === undefined ? {} : { rate: value.rate }
    onChange({ ...BLANK[next], ...rate })
  }

  return (
    <Stack gap="sm">
      <Select
        label={t('launch.way')}
        allowDeselect={false}
        value={way}
        data={WAYS.map((one) => ({ value: one, label: t(`launch.wayOf.${one}`) }))}
        onChange={(next) => next && next !== way && choose(next as Way)}
      />
      {way === 'cron' && (
        <CronField
          label={t('launch.cron')}
          description={t('launch.cronHelp')}
          value={asText(value.cron)}
          zone={zone}
          onChange={(cron) => set('cron', cron)}
        />
      )}
      {way === 'at' && (
        <DateTimeField
          label={t('launch.at')}
          description={t('launch.atHelp')}
          value={asText(value.at)}
          onChange={(at) => set('at', at)}
        />
      )}
      {way === 'date' ? (
        <DateFields value={value} onChange={onChange} />
      ) : (
        <NumberInput
          label={t('launch.rate')}
          description={t('launch.rateHelp')}
          min={1}
          allowDecimal={false}
          thousandSeparator=" "
          value={asText(value.rate).replace('/min', '')}
          onChange={(rate) => set('rate', rate === '' ? undefined : `${rate}/min`)}
        />
      )}
      <FindingList findings={findingsOf(findings, element)} />
    </Stack>
  )
}

/** A date in the profile, and when by it. */
function DateFields({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const { t } = useTranslation('panels')
  const { profile } = useWords()
  const set = (name: string, member: unknown) => onChange(withMember(value, name, member))
  const side = 'before' in value ? 'before' : 'after' in value ? 'after' : 'same'
  const shift = side === 'same' ? '' : asText(value[side])

  function shifted(to: string, by: string) {
    const rest = withMember(withMember(value, 'before', undefined), 'after', undefined)
    onChange(to === 'same' ? rest : { ...rest, [to]: by || 'P1D' })
  }

  return (
    <Stack gap="sm">
      <Autocomplete
        label={t('launch.date')}
        description={t('launch.dateHelp')}
        required
        data={profile.map(({ path }) => `user.${path}`)}
        value={asText(value.date)}
        onChange={(date) => set('date', date)}
      />
      <Select
        label={t('launch.repeat')}
        allowDeselect={false}
        value={asText(value.repeat) || 'once'}
        data={['once', 'yearly'].map((one) => ({ value: one, label: t(`launch.repeatOf.${one}`) }))}
        onChange={(next) => set('repeat', next === 'yearly' ? next : undefined)}
      />
      <Select
        label={t('launch.shift')}
        allowDeselect={false}
        value={side}
        data={['before', 'same', 'after'].map((one) => ({ value: one, label: t(`launch.shiftOf.${one}`) }))}
        onChange={(next) => next && shifted(next, shift)}
      />
      {side !== 'same' && (
        <DurationField
          label={t('launch.by')}
          units={['D', 'W', 'MON', 'Y']}
          value={shift}
          onChange={(by) => set(side, by)}
        />
      )}
      <Group grow align="flex-start">
        <TimeField
          label={t('launch.time')}
          value={asText(value.time) || '00:00'}
          onChange={(time) => set('time', time === '00:00' || time === '' ? undefined : time)}
        />
        <Select
          label={t('launch.zone')}
          allowDeselect={false}
          value={asText(value.zone) || 'user'}
          data={['user', 'schedule'].map((one) => ({ value: one, label: t(`clockOf.${one}`) }))}
          onChange={(zone) => set('zone', zone === 'schedule' ? zone : undefined)}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('launch.timeHelp')}
      </Text>
    </Stack>
  )
}
