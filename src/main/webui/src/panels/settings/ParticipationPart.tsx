import { ActionIcon, Autocomplete, Button, Group, Input, NumberInput, Select, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DurationField } from '../fields/DurationField'
import { FindingList, findingsOf } from '../fields/FindingList'
import { propertiesOf, useWords } from '../fields/words'
import { isMap } from '../../graph/print'
import { listAt, put, textAt, type PanelProps } from '../fields/writing'
import { NumberSetting, Part, useField, WordSetting, type FieldProps } from './fields'

/** How often one user may take part. */
export function ParticipationPart(props: PanelProps) {
  const { file } = props
  const parallel = textAt(file, ['participation', 'mode']) === 'parallel'
  return (
    <Part element="participation" findings={props.findings}>
      <WordSetting {...props} path={['participation', 'mode']} name="mode" words={['serial', 'parallel']} />
      {(parallel || file.get(['participation', 'active']) !== undefined) && (
        <NumberSetting {...props} path={['participation', 'active']} name="active" least={1} />
      )}
      <Key {...props} path={['participation', 'key']} name="key" />
      <Limits {...props} />
      <ReEntry {...props} path={['participation', 're-entry']} name="reEntry" />
    </Part>
  )
}

function Key(props: FieldProps) {
  const words = useWords()
  const { write, ...field } = useField(props)
  return (
    <Autocomplete
      {...field}
      placeholder="event.orderId"
      limit={20}
      data={propertiesOf(words, '').map(({ path }) => `event.${path}`)}
      onChange={write}
    />
  )
}

/** Always, never, or so long after the last one ended. */
function ReEntry(props: FieldProps) {
  const { t } = useTranslation('panels')
  const { write, value, ...field } = useField(props)
  const rule = value === '' || value === 'always' ? 'always' : value === 'never' ? 'never' : 'after'
  return (
    <Stack gap="xs">
      <Select
        {...field}
        allowDeselect={false}
        value={rule}
        data={['always', 'never', 'after'].map((one) => ({
          value: one,
          label: t(`settings.word.reEntry.${one}`),
        }))}
        onChange={(next) => write(next === 'always' ? undefined : next === 'never' ? next : 'P1D')}
      />
      {rule === 'after' && (
        <DurationField label={t('settings.reEntryAfter')} value={value} onChange={(next) => write(next)} />
      )}
    </Stack>
  )
}

const PERIODS = ['day', 'week', 'month'] as const
const LIMITS = ['participation', 'limits']

/** At most so many entries, each limit for itself. */
function Limits({ file, onChange, findings }: PanelProps) {
  const { t } = useTranslation('panels')
  const limits = listAt(file, LIMITS).map((limit) => (isMap(limit) ? limit : {}))
  return (
    <Input.Wrapper label={t('settings.limits')} description={t('settings.limitsHelp')} labelElement="div">
      <Stack gap="xs" mt={4}>
        {limits.map((limit, index) => (
          <LimitFields
            key={index}
            number={index + 1}
            value={limit}
            onChange={(next) => onChange(file.set([...LIMITS, index], next))}
            onRemove={() =>
              onChange(limits.length === 1 ? put(file, LIMITS, undefined) : file.remove([...LIMITS, index]))
            }
          />
        ))}
        <FindingList findings={findingsOf(findings, 'participation.limits')} />
        <Button
          size="compact-sm"
          variant="light"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange(file.insert(LIMITS, limits.length, { count: 1, per: 'day' }))}
        >
          {t('settings.addLimit')}
        </Button>
      </Stack>
    </Input.Wrapper>
  )
}

interface LimitProps {
  number: number
  value: Record<string, unknown>
  onChange: (value: Record<string, unknown>) => void
  onRemove: () => void
}

function LimitFields({ number, value, onChange, onRemove }: LimitProps) {
  const { t } = useTranslation('panels')
  const count = value.count ?? ''
  const per = typeof value.per === 'string' ? value.per : ''
  const period = 'of' in value ? 'all' : (PERIODS.find((one) => one === per) ?? 'span')

  function choose(next: string | null) {
    if (next === 'all') onChange({ count, of: 'all' })
    else if (next) onChange({ count, per: next === 'span' ? 'P7D' : next })
  }

  return (
    <Stack gap={4} role="group" aria-label={t('settings.limitNumber', { number })}>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <NumberInput
          label={t('settings.limitCount')}
          min={1}
          allowDecimal={false}
          w={110}
          value={typeof count === 'number' ? count : ''}
          onChange={(next) => typeof next === 'number' && onChange({ ...value, count: next })}
        />
        <Select
          label={t('settings.limitPer')}
          flex={1}
          allowDeselect={false}
          value={period}
          data={[...PERIODS, 'span', 'all'].map((one) => ({ value: one, label: t(`settings.per.${one}`) }))}
          onChange={choose}
        />
        <ActionIcon
          variant="subtle"
          color="red"
          size="input-sm"
          aria-label={t('settings.removeLimit', { number })}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      {period === 'span' && (
        <DurationField
          label={t('settings.limitSpan')}
          value={per}
          onChange={(next) => onChange({ count, per: next })}
        />
      )}
    </Stack>
  )
}
