import { Input } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { propertiesOf, useWords } from '../fields/words'
import { Comparison } from './Comparison'
import { asText } from './form'
import { Grid } from './Grid'
import type { CellObject } from './kinds'
import { add, replace, type Edited, type Place } from './rows'

interface Props {
  /** The type of the events whose properties are compared. */
  type: string
  /** Rows of comparisons; undefined where every event will do. */
  value: unknown
  onChange: (rows: CellObject[][] | undefined) => void
  problem: (element: string) => string | undefined
}

const BLANK: CellObject = { path: '', op: 'eq', value: '' }

/** What the properties of an event must be: comparisons in two dimensions. */
export function Where({ type, value, onChange, problem }: Props) {
  const { t } = useTranslation('trigger')
  const attributes = propertiesOf(useWords(), type)
  const [rest, setRest] = useState<Place | null>()
  const rows = (Array.isArray(value) ? value : []) as CellObject[][]

  function change({ rows: next, at }: Edited<CellObject>) {
    onChange(next.length ? next : undefined)
    setRest(at && { ...at })
  }

  return (
    <Input.Wrapper label={t('where')} labelElement="div" error={problem('where')}>
      <Grid
        rows={rows}
        label={t('where')}
        nameOf={(cell) => asText(cell.path) || t('newComparison')}
        onChange={change}
        onAdd={(row) => change(add(rows, row, BLANK))}
        rest={rest}
      >
        {(cell, at) => (
          <Comparison
            pathKey="path"
            value={cell}
            attributes={attributes}
            problem={(member) =>
              problem(`where[${at.row}][${at.cell}].${member}`) ??
              (member === 'path' ? problem(`where[${at.row}][${at.cell}]`) : undefined)
            }
            onChange={(next) => onChange(replace(rows, at, next).rows)}
          />
        )}
      </Grid>
    </Input.Wrapper>
  )
}
