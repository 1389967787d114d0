import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../api-types/problem'
import { CampaignFile } from '../../graph/file'
import { answering, field, pick, press, showFile } from '../testing'
import { NodePanel } from './NodePanel'

const file = (node: string) => `campaign: a\nnodes:\n  a: ${node}\n  done: {}\n`
const node = (text: string, findings: Finding[] = [], id = 'a') =>
  showFile(file(text), (one, onChange) => (
    <NodePanel file={one} id={id} onChange={onChange} findings={findings} />
  ))
const actions = (text: string) => CampaignFile.of(text).get(['nodes', 'a', 'actions'])
const write = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })

beforeEach(answering)

describe('the actions of a node', () => {
  it('get a new one of a kind that the service offers, opened for its parameters', async () => {
    const latest = node('{}')
    await press('Add an action')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Coupon' }))
    expect(screen.getByRole('button', { name: 'coupon', expanded: true })).toHaveFocus()
    await pick('pool', 'WELCOME10 (7 codes left)')
    write('Id', 'gift')
    expect(actions(latest())).toEqual([{ coupon: { pool: 'WELCOME10', id: 'gift' } }])
  })

  it('offer others apart, which the checks are free to refuse', async () => {
    const latest = node('{}')
    await press('Add an action')
    expect(await screen.findByText('No channel performs these yet')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('menuitem', { name: 'SMS' }))
    write('body', 'Hi')
    expect(actions(latest())).toEqual([{ sms: { body: 'Hi' } }])
  })

  it('complete the references of texts', async () => {
    const latest = node('{ actions: [ { coupon: { id: gift } }, { push: { body: x } } ] }')
    await press('push')
    await userEvent.type(field('body'), ' {{gift')
    await userEvent.click(await screen.findByText('{gift.code}'))
    expect(actions(latest())).toContainEqual({ push: { body: 'x {gift.code}' } })
  })

  it('of a webhook have headers by name, and a body of any shape', async () => {
    const latest = node('{ actions: [ { webhook: { url: "https://x.example" } } ] }')
    await press('webhook')
    await pick('method', 'POST')
    await press('Add to headers')
    write('Name 1 of headers', 'X-A')
    write('Value of X-A', '1')
    await userEvent.click(
      within(screen.getByRole('radiogroup', { name: 'Shape of body' })).getByLabelText('Lists and mappings'),
    )
    write('body', '{"amount": "{event.amount}"}')
    write('body', '{"amount": ')
    expect(screen.getByText(/Expected JSON/)).toBeInTheDocument()
    write('timeout', '10')
    await pick('Unit of timeout', 'minutes')
    expect(actions(latest())).toEqual([
      {
        webhook: {
          url: 'https://x.example',
          method: 'POST',
          headers: { 'X-A': '1' },
          body: { amount: '{event.amount}' },
          timeout: 'PT10M',
        },
      },
    ])
  })

  it('that take anything get parameters by name, and numbers stay numbers', async () => {
    const latest = node('{ actions: [ { log: { text: hi } } ] }')
    await press('log')
    write('Another parameter', 'amount')
    await press('Add')
    write('amount', '500')
    expect(actions(latest())).toEqual([{ log: { text: 'hi', amount: 500 } }])
    await press('Remove amount')
    expect(actions(latest())).toEqual([{ log: { text: 'hi' } }])
  })

  it('are moved by keyboard and menu, and removed', async () => {
    const latest = node('{ actions: [ { log: { text: hi } }, { coupon: { pool: P } } ] }')
    screen.getByRole('button', { name: 'log' }).focus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(actions(latest())).toEqual([{ coupon: { pool: 'P' } }, { log: { text: 'hi' } }])
    expect(screen.getByRole('button', { name: 'log' })).toHaveFocus()
    await press('Move or remove coupon')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    expect(actions(latest())).toEqual([{ log: { text: 'hi' } }])
    await press('Move or remove log')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    expect(latest()).toBe(file('{}'))
    expect(screen.getByRole('button', { name: 'Add an action' })).toHaveFocus()
  })

  it('are moved by mouse', () => {
    const latest = node('{ actions: [ { log: { text: hi } }, { coupon: { pool: P } } ] }')
    fireEvent.dragStart(screen.getAllByTitle('Drag to move')[0]!, { dataTransfer: { setData: () => {} } })
    fireEvent.dragOver(screen.getByRole('button', { name: 'coupon' }))
    fireEvent.drop(screen.getByRole('button', { name: 'coupon' }))
    expect(actions(latest())).toEqual([{ coupon: { pool: 'P' } }, { log: { text: 'hi' } }])
  })

  it('depend on each other by a strategy; serial is not written', async () => {
    const latest = node('{ strategy: priority, actions: [ { log: { text: hi } }, { coupon: { pool: P } } ] }')
    await userEvent.click(screen.getByLabelText('All at once'))
    expect(latest()).toContain('strategy: parallel')
    await userEvent.click(screen.getByLabelText('One after the other'))
    expect(latest()).not.toContain('strategy')
  })

  it('show what the checks found of each', async () => {
    const found = (element: string, message: string): Finding => ({
      severity: 'error',
      line: 1,
      column: 1,
      element,
      message,
    })
    node('{ actions: [ { coupon: { pool: P } } ] }', [
      found('nodes.a.actions[0].coupon.pool', 'Expected a pool.'),
      found('nodes.a', 'Cannot be reached.'),
      found('nodes.ab', 'Elsewhere.'),
    ])
    expect(screen.getByText('Expected a pool.')).toBeInTheDocument()
    expect(screen.getByText('Cannot be reached.')).toBeInTheDocument()
    expect(screen.queryByText('Elsewhere.')).not.toBeInTheDocument()
    await press(/^coupon/)
    expect(field('pool')).toHaveAccessibleDescription(/Expected a pool/)
  })
})
