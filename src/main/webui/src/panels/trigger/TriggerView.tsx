import { Code, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { readTrigger } from '../../api'
import type { Site } from '../../api-types/cells'
import type { Finding } from '../../api-types/problem'
import { findingsOf } from '../fields/FindingList'
import { CellCard } from './CellCard'
import { isRows } from './isRows'
import { Joint } from './Joint'

interface Props {
  label: string
  site: Site
  /** As it stands in the file: rows of cells, or a Boolean text. */
  value: unknown
  findings: Finding[]
  /** Where it stands, such as `edges[2].when`. */
  element: string
}

/** A trigger for whoever may only look: its grid, and the text where it is written as one. */
export function TriggerView({ label, site, value, findings, element }: Props) {
  const { t } = useTranslation('trigger')
  const text = typeof value === 'string' ? value : undefined
  const { data } = useQuery({
    queryKey: ['trigger', site, text],
    queryFn: () => readTrigger(text, site),
    enabled: text !== undefined,
    staleTime: Infinity,
    retry: false,
  })
  const rows = text === undefined ? value : data?.rows
  const findingsAt = (row: number, cell: number) =>
    text === undefined ? findingsOf(findings, `${element}[${row}][${cell}]`) : []
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {text !== undefined && <Code block>{text}</Code>}
      {isRows(rows)
        ? rows.map((row, r) => (
            <Fragment key={r}>
              {r > 0 && <Joint word={t('and')} strong />}
              <Row cells={row} rank={r + 1} site={site} findingsAt={(cell) => findingsAt(r, cell)} />
            </Fragment>
          ))
        : text === undefined && <Code block>{JSON.stringify(value ?? null)}</Code>}
    </Stack>
  )
}

interface RowProps {
  cells: unknown[]
  rank: number
  site: Site
  findingsAt: (cell: number) => Finding[]
}

function Row({ cells, rank, site, findingsAt }: RowProps) {
  const { t } = useTranslation('trigger')
  return (
    <Paper withBorder p="xs" role="group" aria-label={t('row', { number: rank })}>
      <Text size="sm" c="dimmed" mb={4}>
        {t(cells.length > 1 ? 'oneOf' : 'thisHolds')}
      </Text>
      {cells.map((cell, c) => (
        <Fragment key={c}>
          {c > 0 && <Joint word={t('or')} />}
          <CellCard cell={cell} site={site} findings={findingsAt(c)} />
        </Fragment>
      ))}
    </Paper>
  )
}
