import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Parameter } from '../../api-types/vocabulary'
import { isMap } from '../../graph/print'
import { DurationField } from '../fields/DurationField'
import { useWords } from '../fields/words'
import { Anything } from './Anything'
import { Template, type TextProps } from './Template'
import { Texts } from './Texts'

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
      return <Anything {...{ name, required, value, onChange, error }} />
    case 'text':
      return typeof value !== 'object' || value === null ? (
        <Template {...{ name, required, error, text }} onChange={(next) => onChange(next || undefined)} />
      ) : (
        <Anything {...{ name, required, value, onChange, error }} />
      )
  }
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
