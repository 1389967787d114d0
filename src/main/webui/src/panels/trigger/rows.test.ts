import { describe, expect, it } from 'vitest'
import { add, moveRow, moveTo, remove, removeRow, replace, step, type Direction, type Edited } from './rows'

/** `a|b & c`: the row of a and b, and the row of c. */
const rows = (text: string) => (text ? text.split(' & ').map((row) => row.split('|')) : [])
const shown = (edited: Edited<string> | null) =>
  edited &&
  edited.rows.map((row) => row.join('|')).join(' & ') +
    (edited.at ? ` @${edited.at.row}.${edited.at.cell}` : '')

describe('rows of cells', () => {
  it.each([
    ['', 0, 'n @0.0'],
    ['a', 0, 'a|n @0.1'],
    ['a|b & c', 0, 'a|b|n & c @0.2'],
    ['a|b & c', 2, 'a|b & c & n @2.0'],
  ])('%s: one more at row %i is %s', (before, row, after) => {
    expect(shown(add(rows(before), row, 'n'))).toBe(after)
  })

  it.each([
    ['a', 0, 0, ''],
    ['a|b & c', 0, 0, 'b & c @0.0'],
    ['a|b & c', 0, 1, 'a & c @0.0'],
    ['a|b & c', 1, 0, 'a|b @0.0'],
    ['a & b & c|d', 0, 0, 'b & c|d @0.0'],
  ])('%s without %i.%i is %s', (before, row, cell, after) => {
    expect(shown(remove(rows(before), { row, cell }))).toBe(after)
  })

  it('loses whole rows', () => {
    expect(shown(removeRow(rows('a|b & c'), 0))).toBe('c @0.0')
    expect(shown(removeRow(rows('a|b'), 0))).toBe('')
  })

  it('replaces one cell alone', () => {
    expect(shown(replace(rows('a|b & c'), { row: 0, cell: 1 }, 'n'))).toBe('a|n & c @0.1')
  })

  it.each<[string, number, number, Direction, string | null]>([
    ['a|b|c', 0, 0, 'right', 'b|a|c @0.1'],
    ['a|b|c', 0, 2, 'left', 'a|c|b @0.1'],
    ['a|b|c', 0, 2, 'right', null],
    ['a|b|c', 0, 0, 'left', null],
    ['a|b & c', 0, 0, 'down', 'b & c|a @1.1'],
    ['a|b & c', 1, 0, 'up', 'a|b|c @0.2'],
    ['a & b', 0, 0, 'down', 'b|a @0.1'],
    ['a|b', 0, 0, 'down', 'b & a @1.0'],
    ['a|b', 0, 1, 'up', 'b & a @0.0'],
    ['a', 0, 0, 'down', null],
    ['a', 0, 0, 'up', null],
  ])('%s: %i.%i goes %s', (before, row, cell, direction, after) => {
    expect(shown(step(rows(before), { row, cell }, direction))).toBe(after)
  })

  it.each([
    ['a|b|c', '0.0', '0.2', 'b|a|c @0.1'],
    ['a|b|c', '0.2', '0.0', 'c|a|b @0.0'],
    ['a|b & c', '0.1', '1.0', 'a & b|c @1.0'],
    ['a & b', '0.0', '1.1', 'b|a @0.1'],
    ['a & b', '0.0', '2.0', 'b & a @1.0'],
  ])('%s: %s is dropped at %s', (before, from, to, after) => {
    const place = (text: string) => ({ row: Number(text[0]), cell: Number(text[2]) })
    expect(shown(moveTo(rows(before), place(from), place(to)))).toBe(after)
  })

  it('moves rows', () => {
    expect(shown(moveRow(rows('a|b & c & d'), 0, 1))).toBe('c & a|b & d @1.0')
    expect(shown(moveRow(rows('a|b & c & d'), 2, -1))).toBe('d & a|b & c @0.0')
  })

  it('leaves what it was given as it was', () => {
    const before = rows('a|b & c')
    step(before, { row: 0, cell: 0 }, 'down')
    expect(before).toEqual([['a', 'b'], ['c']])
  })
})
