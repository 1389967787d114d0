import { Autocomplete, Group, NumberInput, SegmentedControl, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DurationField } from '../fields/DurationField'
import { useWords } from '../fields/words'
import { isMap } from '../../graph/print'
import { asText, withMember, type FormProps } from './form'

type Area = Record<string, unknown>

/** `enter`, `exit` and `inside`: an area alone. */
function areaForm(key: 'enter' | 'exit' | 'inside') {
  return function AreaForm({ value, onChange, problem }: FormProps) {
    return (
      <AreaFields
        value={isMap(value[key]) ? value[key] : {}}
        onChange={(area) => onChange({ ...value, [key]: area })}
        problem={(element) => problem(element ? `${key}.${element}` : key)}
      />
    )
  }
}

export const EnterForm = areaForm('enter')
export const ExitForm = areaForm('exit')
export const InsideForm = areaForm('inside')

export function DwellForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  return (
    <Stack gap="sm">
      <DurationField
        label={t('dwell')}
        required
        value={asText(value.dwell)}
        error={problem('dwell')}
        onChange={(dwell) => onChange(withMember(value, 'dwell', dwell))}
      />
      <AreaFields
        value={isMap(value.area) ? value.area : {}}
        onChange={(area) => onChange(withMember(value, 'area', area))}
        problem={(element) => problem(element ? `area.${element}` : 'area')}
      />
    </Stack>
  )
}

interface Props {
  value: Area
  onChange: (area: Area) => void
  problem: (element: string) => string | undefined
}

/** A circle, or the outline in a file. */
function AreaFields({ value, onChange, problem }: Props) {
  const { t } = useTranslation('trigger')
  const { attachments } = useWords()
  const byFile = 'file' in value
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('area')}
        value={byFile ? 'file' : 'circle'}
        data={['circle', 'file'].map((one) => ({ value: one, label: t(`areaBy.${one}`) }))}
        onChange={(by) => onChange(by === 'file' ? { file: '' } : { lat: 0, lon: 0, radius: '500m' })}
      />
      {byFile ? (
        <Autocomplete
          label={t('areaFile')}
          description={t('areaFileHelp')}
          required
          data={attachments.filter((name) => name.endsWith('.geojson'))}
          value={asText(value.file)}
          error={problem('file') ?? problem('')}
          onChange={(file) => onChange({ file })}
        />
      ) : (
        <Circle value={value} onChange={onChange} problem={problem} />
      )}
    </Stack>
  )
}

function Circle({ value, onChange, problem }: Props) {
  const { t } = useTranslation('trigger')
  const [, size = '', unit = 'm'] = /^([\d.]*)(km|m)?$/.exec(asText(value.radius)) ?? []
  const degrees = (name: 'lat' | 'lon', bound: number) => (
    <NumberInput
      label={t(name)}
      required
      hideControls
      min={-bound}
      max={bound}
      decimalScale={8}
      value={typeof value[name] === 'number' ? value[name] : ''}
      error={problem(name)}
      onChange={(next) => typeof next === 'number' && onChange(withMember(value, name, next))}
    />
  )
  return (
    <Group align="flex-start" wrap="nowrap" gap="xs">
      {degrees('lat', 90)}
      {degrees('lon', 180)}
      <NumberInput
        label={t('radius')}
        required
        hideControls
        min={0}
        value={size === '' ? '' : Number(size)}
        error={problem('radius') ?? problem('')}
        onChange={(next) => onChange(withMember(value, 'radius', `${next}${unit}`))}
      />
      <Select
        label={t('radiusUnit')}
        w={90}
        allowDeselect={false}
        value={unit}
        data={['m', 'km']}
        onChange={(next) => onChange(withMember(value, 'radius', `${size}${next}`))}
      />
    </Group>
  )
}
