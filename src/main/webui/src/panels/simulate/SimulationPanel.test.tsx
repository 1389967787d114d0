import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Simulation, Story } from '../../api-types/simulate'
import i18next from '../../app/i18n'
import { SessionProvider } from '../../app/session'
import { SimulationPanel } from './SimulationPanel'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 20_000 })

const asked: Story[] = []
const texts: string[] = []
const kept: string[] = []

interface Asked {
  campaign: string
  scenario: Story
}

/** A service in which every step is a frame. */
function told(story: Story): Simulation {
  return {
    clock: 'UTC',
    next: '2026-03-05T09:00:00Z',
    waiting: ['gift'],
    yaml: 'scenario: A simulation\nsteps: []\n',
    problems: [],
    frames: [-1, ...story.steps.keys()].map((step) => ({
      step,
      at: `2026-03-02T09:00:0${step + 1}Z`,
      kind: step < 0 ? 'standing' : 'event',
      what: `frame of step ${step}`,
      outcome: 'applied',
      edges: step < 0 ? [] : [{ edge: 'entry-1', from: null, to: 'thank' }],
      ended: [],
      goals: [],
      refused: [],
      skipped: [],
      orders: [],
      participations: [],
      judged: [
        {
          campaign: 'mug',
          rule: 'mug@1/entry-1',
          from: null,
          to: 'thank',
          verdict: 'not_held',
          detail: '',
          rows: [[{ text: 'amount gte 20', holds: false, seen: { amount: 2 }, where: [] }]],
        },
      ],
    })),
  }
}

beforeEach(async () => {
  await i18next.loadNamespaces('simulate')
  for (const list of [asked, texts, kept]) list.length = 0
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, request?: RequestInit) => {
      if (path.startsWith('/v1/vocabulary')) return Response.json({ events: [], profile: [] })
      if (path.startsWith('/v1/session')) return Response.json({ roles: ['admin'] })
      if (path.startsWith('/v1/campaigns/mug/scenarios/')) {
        kept.push(String(request?.body))
        return Response.json({ name: 'kept' })
      }
      const { campaign, scenario: story } = JSON.parse(String(request?.body)) as Asked
      texts.push(campaign)
      asked.push(story)
      return Response.json(told(story))
    }),
  )
})

afterEach(() => vi.unstubAllGlobals())

/** A panel beside a text that somebody types. */
function Typing({ onFrame }: { onFrame: () => void }) {
  const [text, setText] = useState('campaign: mug\n')
  return (
    <>
      <textarea aria-label="text" value={text} onChange={(event) => setText(event.target.value)} />
      <SimulationPanel campaign="mug" text={text} onFrame={onFrame} />
    </>
  )
}

async function panel(onFrame = vi.fn()) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider>
          <Suspense fallback={null}>
            <Typing onFrame={onFrame} />
          </Suspense>
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Start' }))
  await screen.findByText('Frame 1 of 1')
  return onFrame
}

it('shows each cell with its truth in a word and the values seen', async () => {
  await panel()
  const entry = screen.getByRole('region', { name: 'entry-1' })
  expect(within(entry).getByText('amount gte 20')).toBeVisible()
  expect(within(entry).getByText('false')).toBeVisible()
  expect(within(entry).getByText('amount: 2')).toBeVisible()
})

it('sends an event, and tells the canvas what to light', async () => {
  const onFrame = await panel()
  await userEvent.type(screen.getByRole('textbox', { name: 'Type of the event' }), 'order.paid')
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of property 1' }), 'amount')
  await userEvent.type(screen.getByRole('textbox', { name: 'Value of property 1' }), '25')
  await userEvent.click(screen.getByRole('button', { name: 'Send event' }))
  await screen.findByText('Frame 2 of 2')
  expect(asked.at(-1)!.steps).toEqual([{ event: 'order.paid', with: { amount: 25 } }])
  await waitFor(() =>
    expect(onFrame).toHaveBeenLastCalledWith({
      nodes: [],
      edges: ['entry-1'],
      been: { nodes: [], edges: [] },
    }),
  )
})

it('lets time pass to what falls due next, and takes a step back', async () => {
  await panel()
  await userEvent.click(screen.getByRole('tab', { name: 'Time' }))
  await userEvent.click(screen.getByRole('button', { name: 'To the next thing that falls due' }))
  await screen.findByText('Frame 2 of 2')
  expect(asked.at(-1)!.steps).toEqual([{ at: '2026-03-05T09:00:00Z' }])
  await userEvent.click(screen.getByRole('button', { name: 'Take back the last step' }))
  await screen.findByText('Frame 1 of 1')
})

it('goes through the frames by hand', async () => {
  await panel()
  await userEvent.click(screen.getByRole('tab', { name: 'Time' }))
  await userEvent.click(screen.getByRole('button', { name: 'A day passes' }))
  await screen.findByText('Frame 2 of 2')
  await userEvent.click(screen.getByRole('button', { name: 'One frame back' }))
  expect(screen.getByText('Frame 1 of 2')).toBeVisible()
  expect(screen.getByRole('button', { name: 'One frame back' })).toBeDisabled()
})

it('tells the story anew once somebody rests from typing', async () => {
  await panel()
  vi.useFakeTimers()
  const type = (value: string) => fireEvent.change(screen.getByLabelText('text'), { target: { value } })
  ;['campaign: mug\nn', 'campaign: mug\nna', 'campaign: mug\nname: A\n'].forEach(type)
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  vi.useRealTimers()
  expect(texts).toEqual(['campaign: mug\n', 'campaign: mug\nname: A\n'])
})

it('keeps a scenario under any name, to the letter', async () => {
  await panel()
  const name = screen.getByRole('textbox', { name: 'Name of the scenario' })
  fireEvent.change(name, { target: { value: "5 $& off, $' too" } })
  await userEvent.click(screen.getByRole('button', { name: 'Save as a scenario' }))
  await waitFor(() => expect(kept).toEqual(['scenario: "5 $& off, $\' too"\nsteps: []\n']))
})
