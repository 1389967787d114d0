import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, type ComponentType } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Backtest, Funnel, Tested } from '../../api-types/simulate'
import i18next from '../../app/i18n'
import { SessionProvider } from '../../app/session'
import type { TabProps } from '../campaign/tab'
import Backtests from './Backtests'
import Scenarios from './Scenarios'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 20_000 })
// jsdom has no canvas.
vi.mock('./Chart', () => ({
  default: ({ label }: { label: string }) => <div role="img" aria-label={label} />,
}))

const funnel = (waiting: number): Funnel => ({
  entered: 7,
  nodes: { wait: { arrived: 7, left: 7 - waiting, waiting, ended: 0 } },
  edges: { 'entry-1': 7, 'wait-done': 7 - waiting },
  reached: 0,
  ended: { completed: 7 - waiting },
  refused: { limit: 3 },
})

const prediction = (version: number | null, waiting: number) => ({
  version,
  funnel: funnel(waiting),
  orders: { log: 7 },
  ordersPerDay: { '2026-03-01': 7 },
  held: 0,
  withheld: { capped: 4 },
})

const job: Backtest = {
  id: 'b-1',
  campaign: 'mug',
  log: null,
  since: null,
  until: null,
  state: 'done',
  done: 9,
  total: 9,
  ahead: 0,
  problems: [],
  askedAt: '2026-03-02T09:00:00Z',
  startedAt: null,
  endedAt: null,
  report: {
    users: 7,
    events: { in: 21, applied: 21, noMatch: 0, duplicate: 0, late: 0 },
    prediction: prediction(null, 5),
    baseline: prediction(3, 2),
    failures: [],
  },
}

const tested: Tested[] = [
  {
    file: 'a story',
    scenario: 'It fails',
    passed: false,
    line: 4,
    column: 15,
    complaints: ["Expected anna at 'wait', but anna is at no node."],
    course: ['2026-03-02 09:00  event hello: entered wait'],
    clock: 'UTC',
    findings: [],
  },
]

function answer(path: string, request?: RequestInit): Response {
  const method = request?.method ?? 'GET'
  if (path.startsWith('/v1/session')) return Response.json({ roles: ['admin'] })
  if (path.endsWith('/scenarios/run')) return Response.json(tested)
  if (path.endsWith('/scenarios'))
    return Response.json([{ name: 'a story', text: 'scenario: It fails', changedAt: job.askedAt }])
  if (path === '/v1/backtests/b-1') return Response.json(job)
  if (path.startsWith('/v1/backtests'))
    return method === 'POST' ? Response.json(job, { status: 202 }) : Response.json([{ ...job, report: null }])
  if (path.startsWith('/v1/logs')) return Response.json([])
  if (path.includes('/funnel'))
    return Response.json({ campaign: 'mug', version: 3, since: null, funnel: funnel(1) })
  if (path === '/v1/campaigns/mug') return new Response('campaign: mug\n')
  return Response.json({ type: 'about:blank', title: 'Not Found', detail: '' }, { status: 404 })
}

const service = vi.fn(async (path: string, request?: RequestInit) => answer(path, request))

beforeEach(async () => {
  await i18next.loadNamespaces(['simulate', 'shell'])
  service.mockClear()
  vi.stubGlobal('fetch', service)
})

afterEach(() => vi.unstubAllGlobals())

function show(Panel: ComponentType<TabProps>) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ModalsProvider>
          <SessionProvider>
            <Suspense fallback={null}>
              <Panel campaign="mug" />
            </Suspense>
          </SessionProvider>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
}

it('says which scenario failed, and where', async () => {
  show(Scenarios)
  await userEvent.click(await screen.findByRole('button', { name: 'Run all against the live version' }))
  expect(await screen.findByText('Against the live version, 0 of 1 passed.')).toBeVisible()
  const verdict = screen.getByRole('button', { name: /failed It fails a story, line 4, column 15/ })
  await userEvent.click(verdict)
  expect(await screen.findByText(/Expected anna at 'wait'/)).toBeInTheDocument()
})

it('tells the figures of a backtest beside those of the open version and of what happened', async () => {
  show(Backtests)
  const table = await screen.findByRole('table', { name: 'The funnel in figures' })
  const row = await within(table).findByRole('row', { name: 'wait · waiting 5 2 1' })
  expect(row).toBeInTheDocument()
  expect(screen.getByRole('img', { name: 'Arrivals at each node' })).toBeInTheDocument()
  expect(screen.getByRole('row', { name: /^Cap hits.* 4 4$/ })).toBeInTheDocument()
})

it('asks for a backtest of the live version over the stored events', async () => {
  show(Backtests)
  await userEvent.click(await screen.findByRole('button', { name: 'Start backtest' }))
  await vi.waitFor(() => expect(asked()).toBeDefined(), 20_000)
  expect(JSON.parse(String(asked()))).toEqual({ campaign: 'campaign: mug\n', log: 'stored' })
})

function asked() {
  return service.mock.calls.find(
    ([path, request]) => path === '/v1/backtests' && request?.method === 'POST',
  )?.[1]?.body
}
