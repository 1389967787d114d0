import { Alert, Button, Input, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readTrigger } from '../../api'
import type { Site } from '../../api-types/cells'
import type { Finding } from '../../api-types/problem'
import { cellWord, Completed } from '../fields/Completed'
import { FindingList, findingsOf } from '../fields/FindingList'
import { useWords } from '../fields/words'
import { CellCard } from './CellCard'
import { CellEditor } from './CellEditor'
import { wordsFor } from './completions'
import { Grid } from './Grid'
import { isRows } from './isRows'
import { add, replace, type Edited, type Place } from './rows'

interface Props {
  label: string
  description?: string
  site: Site
  /** As it stands in the file: rows of cells, a Boolean text, or nothing. */
  value: unknown
  /** Undefined where no cell is left. */
  onChange: (value: unknown) => void
  findings: Finding[]
  /** Where it stands, such as `edges[2].when`. */
  element: string
}

/** A trigger: cells in two dimensions, or one Boolean text. */
export function TriggerField(props: Props) {
  const { t } = useTranslation('trigger')
  const { label, description, value, onChange, findings, element } = props
  const own = findingsOf(findings, element, true)
  return (
    <Input.Wrapper label={label} description={description} labelElement="div">
      <Stack gap="xs" mt={4}>
        {typeof value === 'string' ? (
          <TextTrigger {...props} value={value} />
        ) : value === undefined || value === null || isRows(value) ? (
          <GridTrigger {...props} rows={isRows(value) ? value : []} />
        ) : (
          <Alert color="yellow" p="xs">
            {t('otherShape')}{' '}
            <Button size="compact-sm" variant="default" onClick={() => onChange(undefined)}>
              {t('startAnew')}
            </Button>
          </Alert>
        )}
        {(typeof value === 'string' || (isRows(value) && value.length > 0)) && (
          <Conversion key={typeof value} {...props} />
        )}
        <FindingList findings={own} />
      </Stack>
    </Input.Wrapper>
  )
}

/** What is being edited: a cell that is there, or one that is still to come into a row. */
type Opened = { at: Place } | { row: number }

function GridTrigger({ label, site, rows, onChange, findings, element }: Props & { rows: unknown[][] }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [rest, setRest] = useState<Place | null>()
  const opener = useRef<HTMLElement | null>(null)

  function open(what: Opened) {
    opener.current = document.activeElement as HTMLElement | null
    setOpened(what)
  }

  function close() {
    setOpened(null)
    const target = opener.current
    // After the dialog has given the keyboard free.
    requestAnimationFrame(() => target?.focus())
  }

  function change({ rows: next, at }: Edited<unknown>) {
    onChange(next.length ? next : undefined)
    setRest(at && { ...at })
  }

  function apply(cell: unknown) {
    if (!opened) return
    change('at' in opened ? replace(rows, opened.at, cell) : add(rows, opened.row, cell))
    setOpened(null)
  }

  return (
    <>
      <Grid
        rows={rows}
        label={label}
        nameOf={(cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell))}
        onChange={change}
        onAdd={(row) => open({ row })}
        rest={rest}
      >
        {(cell, at) => (
          <CellCard
            cell={cell}
            site={site}
            findings={findingsOf(findings, `${element}[${at.row}][${at.cell}]`)}
            onOpen={() => open({ at })}
          />
        )}
      </Grid>
      {opened && (
        <CellEditor
          cell={'at' in opened ? rows[opened.at.row]?.[opened.at.cell] : undefined}
          site={site}
          onApply={apply}
          onClose={close}
        />
      )}
    </>
  )
}

function TextTrigger({ label, value, onChange }: Props & { value: string }) {
  const { t } = useTranslation('trigger')
  const words = useWords()
  const completions = useMemo(() => wordsFor(words), [words])
  return (
    <Completed
      label={label}
      hideLabel
      description={t('booleanHelp')}
      monospace
      multiline
      completions={completions}
      wordAt={cellWord}
      value={value}
      onChange={onChange}
    />
  )
}

/** Turns rows into one text, and a text into rows where there are some that mean the same. */
function Conversion({ site, value, onChange }: Pick<Props, 'site' | 'value' | 'onChange'>) {
  const { t } = useTranslation('trigger')
  const [told, setTold] = useState('')
  const asText = typeof value === 'string'
  const { mutate, isPending } = useMutation({
    mutationFn: () => readTrigger(value, site),
    onError: (error) => setTold(String(error.message)),
    onSuccess: ({ text, rows, problems }) => {
      const next = asText ? rows : text
      setTold(
        next ? '' : problems.map(({ message, advice }) => `${message} ${advice}`).join(' ') || t('noGrid'),
      )
      if (next) onChange(next)
    },
  })
  return (
    <div>
      <Button size="compact-sm" variant="subtle" loading={isPending} onClick={() => mutate()}>
        {t(asText ? 'asGrid' : 'asText')}
      </Button>
      {told && (
        <Text size="sm" c="red" role="alert">
          {told}
        </Text>
      )}
    </div>
  )
}
