import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createElement, useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { CampaignFile } from '../../graph/file'
import { WordsOf } from '../fields/words'
import { answering, field, pick, press, show } from '../testing'
import examples from './examples.json'
import { FORMS } from './forms'
import { KINDS, kindOf, kindsAt, type CellObject, type Kind } from './kinds'

const FILE = CampaignFile.of('campaign: a\nnodes: { a: { actions: [ { coupon: { id: gift } } ] } }\n')

function Form({ start, told }: { start: CellObject; told: (value: CellObject) => void }) {
  const [value, setValue] = useState(start)
  return createElement(FORMS[kindOf(start)!], {
    value,
    site: 'edge',
    problem: () => undefined,
    onChange: (next) => {
      told(next)
      setValue(next)
    },
  })
}

/** Shows the form of an object, and answers what it has become. */
function form(start: CellObject): () => CellObject {
  let latest = start
  show(
    <WordsOf file={FILE}>
      <Form start={start} told={(value) => (latest = value)} />
    </WordsOf>,
  )
  return () => latest
}

const write = (label: string, value: string, inside?: HTMLElement) =>
  fireEvent.change(field(label, inside), { target: { value } })

beforeEach(answering)

describe('forms of cells', () => {
  it('there is an example of every kind', () => {
    expect(new Set(examples.map(({ object }) => kindOf(object)))).toEqual(new Set(Object.keys(KINDS)))
  })

  it.each(examples.map(({ text, object }) => [text, object as CellObject]))(
    '%s: a change and its inverse lead back to the same object',
    (_, object) => {
      const latest = form(object)
      const fields = document.querySelectorAll<HTMLInputElement>('input:not([readonly]), textarea')
      expect(fields.length > 0 || 'always' in object).toBe(true)
      for (const one of fields) {
        if (one.type === 'checkbox' || one.type === 'radio' || one.type === 'hidden') continue
        const was = one.value
        const other = /^[\d.]+%?$/.test(was) ? '7' : `${was}x`
        fireEvent.change(one, { target: { value: other } })
        fireEvent.change(one, { target: { value: was } })
      }
      expect(latest()).toEqual(object)
    },
  )

  it('an event with two rows of comparisons is told from nothing', async () => {
    const latest = form(KINDS.event.blank)
    write('Event type', 'order.paid')
    await press('Add a condition')
    expect(field('Property')).toHaveFocus()
    write('Property', 'amount')
    await pick('Operator', 'is at least')
    write('Value', '100')
    await press('and …')
    const second = screen.getByRole('group', { name: 'Row 2' })
    write('Property', 'note', second)
    write('Value', 'x', second)
    expect(latest()).toEqual({
      event: 'order.paid',
      where: [[{ path: 'amount', op: 'gte', value: 100 }], [{ path: 'note', op: 'eq', value: 'x' }]],
    })
  })

  it('another function of an aggregate asks for a property, and counting for none', async () => {
    const latest = form({ aggregate: { fn: 'count', of: 'order.paid', op: 'gte', value: 5 } })
    await pick('What to count', 'sum')
    write('Property', 'amount')
    expect(latest()).toEqual({
      aggregate: { fn: 'sum', of: 'order.paid', op: 'gte', value: 5, path: 'amount' },
    })
    await pick('What to count', 'number of events')
    expect(latest()).toEqual({ aggregate: { fn: 'count', of: 'order.paid', op: 'gte', value: 5 } })
  })

  it('an operator brings the values that it takes', async () => {
    const latest = form({ user: 'country', op: 'eq', value: 'CN' })
    await pick('Operator', 'is one of')
    await press('Add a value')
    write('Value 2', 'SG')
    expect(latest()).toEqual({ user: 'country', op: 'in', value: ['CN', 'SG'] })
    await pick('Operator', 'is missing')
    expect(latest()).toEqual({ user: 'country', op: 'missing' })
  })

  it('a text that looks like a reference is said to be a text', () => {
    const latest = form({ user: 'note', op: 'eq', value: 'a' })
    write('Value', '{a')
    expect(latest()).toEqual({ user: 'note', op: 'eq', value: { text: '{a' } })
  })

  it('days stand in the order of the week, whatever was chosen first', async () => {
    const latest = form(KINDS.during.blank)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Fri' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Mon' }))
    expect(latest()).toEqual({ during: { from: '09:00', to: '18:00', days: ['MON', 'FRI'] } })
  })

  it("the schedule's clock is not written", async () => {
    const latest = form({ at: '20:00', zone: 'user' })
    await pick('On the clock of', 'the schedule')
    expect(latest()).toEqual({ at: '20:00' })
  })

  it('an area is a circle or a file', async () => {
    const latest = form({ enter: { lat: 1, lon: 2, radius: '3km' } })
    await userEvent.click(screen.getByRole('radio', { name: 'Outline in a file' }))
    write('GeoJSON file', 'area.geojson')
    expect(latest()).toEqual({ enter: { file: 'area.geojson' } })
  })

  it.each<[Parameters<typeof kindsAt>[0], Kind[]]>([
    ['audience', ['aggregate', 'user', 'always']],
    ['entry', ['event', 'aggregate', 'user', 'during', 'enter', 'exit', 'inside', 'rules', 'always']],
    ['edge', Object.keys(KINDS) as Kind[]],
    ['goal', (Object.keys(KINDS) as Kind[]).filter((kind) => kind !== 'split')],
  ])('only what has a meaning there is offered for an %s', (site, kinds) => {
    expect(kindsAt(site)).toEqual(kinds)
  })
})
