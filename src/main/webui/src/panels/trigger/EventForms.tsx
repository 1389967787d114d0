import { Autocomplete, Group, Input, Select, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DurationField } from '../fields/DurationField'
import { propertiesOf, useWords } from '../fields/words'
import { isMap } from '../../graph/print'
import { Comparison, OperatorSelect } from './Comparison'
import { asText, withMember, type FormProps } from './form'
import { FUNCTIONS, NUMERIC_OPERATORS } from './kinds'
import { OperandField, operandFor } from './ValueField'
import { Where } from './Where'

/** An event occurs. */
export function EventForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  const words = useWords()
  return (
    <Stack gap="sm">
      <Autocomplete
        label={t('eventType')}
        description={t('eventTypeHelp')}
        required
        limit={20}
        data={words.events.map((one) => one.type)}
        value={asText(value.event)}
        error={problem('event')}
        onChange={(type) => onChange(withMember(value, 'event', type))}
      />
      <Where
        type={asText(value.event)}
        value={value.where}
        problem={problem}
        onChange={(where) => onChange(withMember(value, 'where', where))}
      />
    </Stack>
  )
}

/** A comparison with the user's profile. */
export function ProfileForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  const { profile } = useWords()
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {t('profileHelp')}
      </Text>
      <Comparison pathKey="user" value={value} onChange={onChange} attributes={profile} problem={problem} />
    </Stack>
  )
}

/** A number over the user's events. */
export function AggregateForm({ value, onChange, problem, site }: FormProps) {
  const { t } = useTranslation('trigger')
  const words = useWords()
  const told = isMap(value.aggregate) ? value.aggregate : {}
  const fn = asText(told.fn)
  const operator = asText(told.op)
  const type = asText(told.of)
  const within = (element: string) => problem(`aggregate.${element}`)
  const change = (aggregate: Record<string, unknown>) => onChange({ ...value, aggregate })
  const set = (name: string, member: unknown) => change(withMember(told, name, member))
  const since = site === 'audience' ? 'ever' : 'node'

  return (
    <Stack gap="sm">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          label={t('function')}
          allowDeselect={false}
          w={170}
          value={fn}
          data={FUNCTIONS.map((one) => ({ value: one, label: t(`fn.${one}`) }))}
          onChange={(next) =>
            next &&
            change(
              withMember({ ...told, fn: next }, 'path', next === 'count' ? undefined : (told.path ?? '')),
            )
          }
        />
        {fn !== 'count' && (
          <Autocomplete
            label={t('property')}
            flex={1}
            limit={20}
            required
            data={propertiesOf(words, type).map((one) => one.path)}
            value={asText(told.path)}
            error={within('path')}
            onChange={(path) => set('path', path)}
          />
        )}
        <Autocomplete
          label={t('eventType')}
          flex={1}
          limit={20}
          required
          data={words.events.map((one) => one.type)}
          value={type}
          error={within('of')}
          onChange={(next) => set('of', next)}
        />
      </Group>
      <Where type={type} value={told.where} problem={within} onChange={(where) => set('where', where)} />
      <Input.Wrapper label={t('compared')} labelElement="div" error={within('op')}>
        <Group gap={4} wrap="nowrap" align="flex-start">
          <OperatorSelect
            of={NUMERIC_OPERATORS}
            value={operator}
            onChange={(next) =>
              next && change(withMember({ ...told, op: next }, 'value', operandFor(next, told.value)))
            }
          />
          <div style={{ flex: 1 }}>
            <OperandField
              label={t('value')}
              operator={operator}
              value={told.value}
              likely="number"
              error={within('value')}
              onChange={(next) => set('value', next)}
            />
          </div>
        </Group>
      </Input.Wrapper>
      <Group gap="xs" align="flex-start" grow>
        {site !== 'audience' && (
          <Select
            label={t('since')}
            description={t('sinceHelp')}
            allowDeselect={false}
            value={asText(told.since) || since}
            data={['node', 'entry', 'ever'].map((one) => ({ value: one, label: t(`sinceWord.${one}`) }))}
            onChange={(next) => set('since', next === since ? undefined : next)}
          />
        )}
        <DurationField
          label={t('within')}
          description={t('withinHelp')}
          value={asText(told.within)}
          error={within('within')}
          onChange={(next) => set('within', next || undefined)}
        />
      </Group>
    </Stack>
  )
}
