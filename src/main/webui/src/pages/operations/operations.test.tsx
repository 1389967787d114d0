import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { serve, show } from '../../test/page'
import OperationsPage from './OperationsPage'

const ORDER = {
  key: 'p:1:0',
  user: 'anna',
  campaign: 'welcome',
  version: 1,
  node: 'thank',
  action: 'gift',
  kind: 'coupon',
  status: 'parked',
  attempts: 2,
  reason: 'The pool is empty.',
  waitsFor: 'coupon:WELCOME',
  ordered: '2026-03-01T12:00:00Z',
  nextAttempt: '2026-03-01T12:00:00Z',
}

const SUM = {
  in: 10,
  applied: 9,
  noMatch: 1,
  duplicate: 0,
  late: 0,
  illegal: 0,
  dead: 0,
  signals: 3,
  moves: 4,
  orders: 5,
}

afterEach(() => vi.unstubAllGlobals())

const at = (tab: string) => show(<OperationsPage />, '/operations/:tab?', `/operations/${tab}`)

describe('operations', () => {
  it('begin with dead events', async () => {
    serve({ '/v1/dead-events': [] })
    at('')
    expect(await screen.findByText('Every event could be read and judged.')).toBeInTheDocument()
    expect(screen.getByRole('tab', { name: 'Dead events' })).toHaveAttribute('aria-selected', 'true')
  })

  it('list orders with the reason, and those that are asked for', async () => {
    const asked = serve({ '/v1/orders': { orders: [ORDER], next: null } })
    at('orders?campaign=welcome')
    const table = await screen.findByRole('table', { name: 'Orders' })
    expect(table).toHaveTextContent('The pool is empty. (goes on by itself with coupon:WELCOME)')
    expect(asked.at(-1)).toBe('/v1/orders?status=parked&status=unknown&status=failed&campaign=welcome')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Parked' }))
    await vi.waitFor(() =>
      expect(asked.at(-1)).toBe('/v1/orders?status=unknown&status=failed&campaign=welcome'),
    )
  })

  it('show how far a launch has come', async () => {
    const tick = {
      campaign: 'welcome',
      tick: '2026-03-01T12:00:00Z',
      entry: 'entry-1',
      state: 'walking',
      total: 200,
      told: 50,
      begunAt: '2026-03-01T12:00:00Z',
      changedAt: '2026-03-01T12:00:01Z',
    }
    serve({ '/v1/launches': { ahead: [], ticks: [tick] } })
    at('launches')
    expect(await screen.findByRole('progressbar', { name: 'Progress of welcome, entry-1' })).toHaveAttribute(
      'aria-valuenow',
      '25',
    )
    expect(screen.getByText('50 of 200 users told')).toBeInTheDocument()
  })

  it('say in words whether the books balance', async () => {
    serve({
      '/v1/ledger': { balanced: false, batches: 4, unbalanced: 1, gaps: 2, sum: SUM, partitions: [] },
    })
    at('ledger')
    expect(await screen.findByRole('alert')).toHaveTextContent('The books do not balance')
    const sums = screen.getByRole('table', { name: 'Where every event went' })
    expect(within(sums).getByRole('row', { name: 'Came in 10' })).toBeInTheDocument()
  })

  it('show how each component is', async () => {
    serve({
      '/v1/components': {
        at: '2026-03-01T12:00:00Z',
        state: 'degraded',
        components: [
          { name: 'outbox', state: 'degraded', detail: '3 orders wait for a person.', figures: { aside: 3 } },
        ],
      },
    })
    at('components')
    const outbox = await screen.findByRole('article', { name: 'Outbox' })
    expect(outbox).toHaveTextContent('Degraded')
    expect(outbox).toHaveTextContent('3 orders wait for a person.')
    expect(outbox).toHaveTextContent('Put aside 3')
  })
})
