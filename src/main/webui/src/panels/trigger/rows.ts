/** Two dimensions: rows are ANDed, the cells of a row ORed. */
export type Rows<T> = readonly (readonly T[])[]

/** The place of a cell: its row, and its rank in it. */
export interface Place {
  row: number
  cell: number
}

export type Direction = 'left' | 'right' | 'up' | 'down'

/** An edit, and the cell on which the eye then rests; none where no cell is left. */
export interface Edited<T> {
  rows: T[][]
  at: Place | null
}

const copy = <T>(rows: Rows<T>): T[][] => rows.map((row) => [...row])
const filled = <T>(rows: T[][]): T[][] => rows.filter((row) => row.length > 0)

/** Adds a cell at the end of a row; past the last row, in a row of its own. */
export function add<T>(rows: Rows<T>, row: number, cell: T): Edited<T> {
  const next = copy(rows)
  if (row >= next.length) next.push([cell])
  else next[row]!.push(cell)
  const at = Math.min(row, next.length - 1)
  return { rows: next, at: { row: at, cell: next[at]!.length - 1 } }
}

export function replace<T>(rows: Rows<T>, { row, cell }: Place, by: T): Edited<T> {
  const next = copy(rows)
  next[row]![cell] = by
  return { rows: next, at: { row, cell } }
}

/** Takes a cell away, and its row with the last one; the eye goes on to the next, or to the one before. */
export function remove<T>(rows: Rows<T>, { row, cell }: Place): Edited<T> {
  const next = copy(rows)
  next[row]!.splice(cell, 1)
  const left = filled(next)
  if (left.length === 0) return { rows: left, at: null }
  const at = Math.min(row, left.length - 1)
  const rank = next[row]!.length > 0 ? Math.min(cell, left[at]!.length - 1) : 0
  return { rows: left, at: { row: at, cell: rank } }
}

export function removeRow<T>(rows: Rows<T>, row: number): Edited<T> {
  const next = copy(rows)
  next.splice(row, 1)
  return { rows: next, at: next.length ? { row: Math.min(row, next.length - 1), cell: 0 } : null }
}

/** Moves a row to another rank. */
export function moveRow<T>(rows: Rows<T>, from: number, to: number): Edited<T> {
  const next = copy(rows)
  const [moved] = next.splice(from, 1)
  const rank = Math.max(0, Math.min(to, next.length))
  next.splice(rank, 0, moved!)
  return { rows: next, at: { row: rank, cell: 0 } }
}

/**
 * Moves a cell before the one at another place. One past the last row is a row of its own; a row that has lost
 * its last cell goes away.
 */
export function moveTo<T>(rows: Rows<T>, from: Place, to: Place): Edited<T> {
  const next = copy(rows)
  const moved = next[from.row]!.splice(from.cell, 1)[0]!
  if (to.row >= next.length) next.push([])
  const row = Math.min(to.row, next.length - 1)
  const shift = from.row === row && from.cell < to.cell ? 1 : 0
  next[row]!.splice(to.cell - shift, 0, moved)
  const left = filled(next)
  const at = left.findIndex((one) => one === next[row])
  return { rows: left, at: { row: at, cell: left[at]!.indexOf(moved) } }
}

/**
 * Moves a cell one step: sideways within its row; up and down to the end of the neighbouring row, and past the
 * first and last into a row of its own. Null where there is no way.
 */
export function step<T>(rows: Rows<T>, from: Place, direction: Direction): Edited<T> | null {
  const row = rows[from.row]!
  switch (direction) {
    case 'left':
      return from.cell === 0 ? null : moveTo(rows, from, { row: from.row, cell: from.cell - 1 })
    case 'right':
      return from.cell === row.length - 1 ? null : moveTo(rows, from, { row: from.row, cell: from.cell + 2 })
    case 'down':
      if (from.row < rows.length - 1)
        return moveTo(rows, from, { row: from.row + 1, cell: rows[from.row + 1]!.length })
      return row.length === 1 ? null : moveTo(rows, from, { row: rows.length, cell: 0 })
    case 'up':
      if (from.row > 0) return moveTo(rows, from, { row: from.row - 1, cell: rows[from.row - 1]!.length })
      return row.length === 1 ? null : onTop(rows, from)
  }
}

function onTop<T>(rows: Rows<T>, from: Place): Edited<T> {
  const cell = rows[from.row]![from.cell]!
  return { rows: [[cell], ...remove(rows, from).rows], at: { row: 0, cell: 0 } }
}
