import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { whenSignedOut } from '../../api'
import { SHORTEST_PAUSE, SILENCE, watch, type LiveState } from './watch'

/** What the browser would have: an EventSource whose server is the test. */
class FakeSource {
  static all: FakeSource[] = []
  onopen = () => {}
  onerror = () => {}
  onmessage: (message: { data: string }) => void = () => {}
  static readonly CLOSED = 2
  readyState = 0
  closed = false
  readonly address: string
  constructor(address: string) {
    this.address = address
    FakeSource.all.push(this)
  }
  close() {
    this.closed = true
  }
  /** Refused: then a browser does not try again. */
  refuse() {
    this.readyState = FakeSource.CLOSED
    this.onerror()
  }
  tell(entered: number) {
    this.onmessage({ data: JSON.stringify({ entered }) })
  }
}

function looked(hidden: boolean) {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange'))
}

const answering = (status: number) => vi.stubGlobal('fetch', async () => new Response('{}', { status }))

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
    vi.restoreAllMocks()
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

  it('does not listen while nobody looks, and listens again then', () => {
    last().tell(1)
    looked(true)
    expect(last().closed).toBe(true)
    vi.advanceTimersByTime(10 * SILENCE)
    expect(FakeSource.all).toHaveLength(1)
    looked(false)
    expect(FakeSource.all).toHaveLength(2)
    last().tell(2)
    expect(heard.at(-1)).toEqual([2, 'live'])
  })

  it('asks no more once the session is over, and the page hears of that', async () => {
    const signedOut = vi.fn()
    whenSignedOut(signedOut)
    answering(401)
    last().refuse()
    await vi.waitFor(() => expect(signedOut).toHaveBeenCalledOnce())
    await vi.advanceTimersByTimeAsync(10 * SILENCE)
    expect(FakeSource.all).toHaveLength(1)
    expect(last().closed).toBe(true)
    looked(false)
    expect(FakeSource.all).toHaveLength(1)
  })

  it('asks again where the service is in trouble, but the session is not', async () => {
    answering(200)
    last().refuse()
    await vi.advanceTimersByTimeAsync(SHORTEST_PAUSE)
    expect(FakeSource.all).toHaveLength(2)
  })
})
