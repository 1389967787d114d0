import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SILENCE, watch, type LiveState } from './watch'

/** What the browser would have: an EventSource whose server is the test. */
class FakeSource {
  static all: FakeSource[] = []
  onopen = () => {}
  onerror = () => {}
  onmessage: (message: { data: string }) => void = () => {}
  closed = false
  readonly address: string
  constructor(address: string) {
    this.address = address
    FakeSource.all.push(this)
  }
  close() {
    this.closed = true
  }
  tell(entered: number) {
    this.onmessage({ data: JSON.stringify({ entered }) })
  }
}

const last = () => FakeSource.all.at(-1)!

describe('watch', () => {
  let heard: [number | undefined, LiveState][]
  let stop: () => void

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('EventSource', FakeSource)
    FakeSource.all = []
    heard = []
    stop = watch('spring/1', (live, state) => heard.push([live?.entered, state]))
  })

  afterEach(() => {
    stop()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('tells what it hears', () => {
    last().tell(1)
    last().tell(2)
    expect(last().address).toBe('/v1/campaigns/spring%2F1/live')
    expect(heard).toEqual([
      [1, 'live'],
      [2, 'live'],
    ])
  })

  it('connects again where nothing is heard any more', () => {
    last().tell(1)
    const silent = last()
    vi.advanceTimersByTime(SILENCE)
    expect(silent.closed).toBe(true)
    expect(FakeSource.all).toHaveLength(2)
    expect(heard.at(-1)).toEqual([undefined, 'reconnecting'])
    last().tell(3)
    expect(heard.at(-1)).toEqual([3, 'live'])
  })

  it('connects again after an error, each time a little later', () => {
    last().onerror()
    vi.advanceTimersByTime(1_000)
    expect(FakeSource.all).toHaveLength(2)
    last().onerror()
    vi.advanceTimersByTime(1_000)
    expect(FakeSource.all).toHaveLength(2)
    vi.advanceTimersByTime(1_000)
    expect(FakeSource.all).toHaveLength(3)
  })

  it('lets go when it is stopped', () => {
    stop()
    vi.advanceTimersByTime(10 * SILENCE)
    expect(FakeSource.all).toHaveLength(1)
    expect(last().closed).toBe(true)
  })
})
