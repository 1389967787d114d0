import { Box, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconGripVertical, IconPlus } from '@tabler/icons-react'
import { Fragment, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CellMenu, RowMenu, STEPS } from './GridMenus'
import { Joint } from './Joint'
import { moveRow, moveTo, remove, step, type Edited, type Place, type Rows } from './rows'

interface Props<T> {
  rows: Rows<T>
  onChange: (edited: Edited<T>) => void
  /** Asks for one more cell in a row; past the last row, in a row of its own. */
  onAdd: (row: number) => void
  /** The name of the whole. */
  label: string
  /** What a cell is called in the names of its buttons. */
  nameOf: (cell: T) => string
  children: (cell: T, at: Place) => ReactNode
  /** The cell to rest on; it has the keyboard whenever another value comes. */
  rest?: Place | null
}

/** Cells in two dimensions, to be added, removed and moved by mouse and keyboard. */
export function Grid<T>({ rows, onChange, onAdd, label, nameOf, children, rest }: Props<T>) {
  const { t } = useTranslation('trigger')
  const root = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<Place | null>(null)
  const [over, setOver] = useState('')

  useLayoutEffect(() => {
    if (rest === undefined) return
    const selector = rest ? `[data-cell="${rest.row}.${rest.cell}"]` : '[data-add]'
    const found = root.current?.querySelector(selector)
    const target = found?.querySelector<HTMLElement>('[data-main], input') ?? (found as HTMLElement | null)
    target?.focus()
  }, [rest])

  const drop = (to: Place) => ({
    onDragOver: (event: React.DragEvent) => {
      if (!dragged) return
      event.preventDefault()
      setOver(`${to.row}.${to.cell}`)
    },
    onDrop: (event: React.DragEvent) => {
      event.preventDefault()
      if (dragged) onChange(moveTo(rows, dragged, to))
      setDragged(null)
      setOver('')
    },
    'data-over': over === `${to.row}.${to.cell}` || undefined,
  })
  const marked = (to: Place) =>
    over === `${to.row}.${to.cell}` ? { outline: '2px dashed var(--mantine-primary-color-filled)' } : {}

  const onKey = (event: KeyboardEvent, at: Place) => {
    if ((event.target as HTMLElement).closest('input, textarea, [role="menu"]')) return
    const edited = keyed(event, rows, at)
    if (!edited) return
    event.preventDefault()
    onChange(edited)
  }

  return (
    <Stack gap="xs" ref={root} role="group" aria-label={label}>
      {rows.map((row, r) => (
        <Fragment key={r}>
          {r > 0 && <Joint word={t('and')} strong />}
          <Paper withBorder p="xs" role="group" aria-label={t('row', { number: r + 1 })}>
            <Group justify="space-between" mb={4} wrap="nowrap">
              <Text size="sm" c="dimmed">
                {t(row.length > 1 ? 'oneOf' : 'thisHolds')}
              </Text>
              {rows.length > 1 && <RowMenu rows={rows} row={r} onChange={onChange} />}
            </Group>
            <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {row.map((cell, c) => {
                const at = { row: r, cell: c }
                return (
                  <Box component="li" key={c} data-cell={`${r}.${c}`} onKeyDown={(e) => onKey(e, at)}>
                    {c > 0 && <Joint word={t('or')} />}
                    <Group gap={4} wrap="nowrap" align="flex-start" style={marked(at)} {...drop(at)}>
                      <Box
                        component="span"
                        draggable
                        aria-hidden
                        title={t('drag')}
                        style={{ cursor: 'grab', paddingTop: 8 }}
                        onDragStart={(event) => {
                          event.dataTransfer.setData('text/plain', nameOf(cell))
                          setDragged(at)
                        }}
                        onDragEnd={() => {
                          setDragged(null)
                          setOver('')
                        }}
                      >
                        <IconGripVertical size={16} />
                      </Box>
                      <Box flex={1} miw={0}>
                        {children(cell, at)}
                      </Box>
                      <CellMenu rows={rows} at={at} name={nameOf(cell)} onChange={onChange} />
                    </Group>
                  </Box>
                )
              })}
            </Box>
            <Box mt={4} style={marked({ row: r, cell: row.length })} {...drop({ row: r, cell: row.length })}>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={14} aria-hidden />}
                aria-label={t('addOrIn', { number: r + 1 })}
                onClick={() => onAdd(r)}
              >
                {t('addOr')}
              </Button>
            </Box>
          </Paper>
        </Fragment>
      ))}
      <Box style={marked({ row: rows.length, cell: 0 })} {...drop({ row: rows.length, cell: 0 })}>
        <Button
          data-add
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onAdd(rows.length)}
        >
          {t(rows.length ? 'addAnd' : 'addFirst')}
        </Button>
      </Box>
    </Stack>
  )
}

function keyed<T>(event: KeyboardEvent, rows: Rows<T>, at: Place): Edited<T> | null {
  if (event.key === 'Delete') return remove(rows, at)
  const found = STEPS.find(({ key }) => event.altKey && key === event.key)
  if (!found) return null
  if (!event.shiftKey) return step(rows, at, found.direction)
  if (found.direction === 'up') return moveRow(rows, at.row, at.row - 1)
  return found.direction === 'down' ? moveRow(rows, at.row, at.row + 1) : null
}
