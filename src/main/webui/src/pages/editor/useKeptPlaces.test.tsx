import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Places } from '../../canvas/model'
import type { CampaignGraph } from '../../graph/campaign'
import { useKeptPlaces } from './useKeptPlaces'

interface Asked {
  method?: string
  nodes: Places
}

/** What is asked of the service, whose answers are no success while it is away. */
function service(away: () => boolean = () => false) {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push({ method: init.method, nodes: (JSON.parse(init.body as string) as { nodes: Places }).nodes })
    return new Response('{}', { status: away() ? 503 : 200 })
  })
  return asked
}

const GRAPH: CampaignGraph = {
  campaign: 'tea',
  name: 'Tea',
  nodes: ['thank', 'my node', 'done'].map((id) => ({ id, actions: [], strategy: 'serial', end: true })),
  edges: [],
  entries: [],
}
const HERE = { x: 1, y: 1 }
const THERE = { x: 2, y: 2 }

function editing(initial: Places) {
  return renderHook(({ places }) => useKeptPlaces('tea', GRAPH, places, true), {
    initialProps: { places: initial },
  })
}

const rest = () => act(() => vi.advanceTimersByTimeAsync(1_000))

describe('the places of nodes', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('are told where they have changed, and of others nothing is said', async () => {
    const asked = service()
    const { rerender } = editing({ thank: HERE, done: HERE, gone: HERE })
    await rest()
    rerender({ places: { thank: HERE, done: THERE, gone: HERE } })
    await rest()
    rerender({ places: { thank: THERE, done: { ...THERE } } })
    await rest()
    expect(asked).toEqual([
      { method: 'PATCH', nodes: { done: THERE } },
      { method: 'PATCH', nodes: { thank: THERE } },
    ])
  })

  it('are not told of a node that has no name yet', async () => {
    const asked = service()
    const { rerender } = editing({})
    rerender({ places: { 'my node': THERE } })
    await rest()
    expect(asked).toEqual([])
  })

  it('are told again with the next move where the service was away', async () => {
    let away = true
    const asked = service(() => away)
    const { rerender } = editing({ thank: HERE, done: HERE })
    rerender({ places: { thank: HERE, done: THERE } })
    await rest()
    away = false
    rerender({ places: { thank: THERE, done: THERE } })
    await rest()
    expect(asked.map(({ nodes }) => nodes)).toEqual([{ done: THERE }, { thank: THERE, done: THERE }])
  })

  it('are told on leaving', async () => {
    const asked = service()
    const { rerender, unmount } = editing({ done: HERE })
    rerender({ places: { done: THERE } })
    unmount()
    await rest()
    expect(asked).toEqual([{ method: 'PATCH', nodes: { done: THERE } }])
  })
})
