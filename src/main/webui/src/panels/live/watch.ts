import { stream } from '../../api'
import type { Live } from '../../api-types/live'

export type LiveState = 'connecting' | 'live' | 'reconnecting'

/** What is known of a campaign, and whether it is of this very second. */
export interface Watching {
  live: Live | undefined
  state: LiveState
}

/** The service tells something each second; after this long nobody is there any more. */
export const SILENCE = 6_000
export const SHORTEST_PAUSE = 1_000
export const LONGEST_PAUSE = 30_000

/**
 * Listens to what goes on in a campaign, and connects again by itself: browsers give up for good where the
 * service answers with an error, and never find out that a connection has gone silent. A page that nobody sees
 * does not listen, for a browser has few connections for all its tabs; nor does one whose session is over.
 */
export function watch(
  campaign: string,
  hear: (live: Live | undefined, state: LiveState) => void,
): () => void {
  let pause = SHORTEST_PAUSE
  let close = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined

  const connect = () => {
    expect(SILENCE)
    close = stream<Live>(
      `/v1/campaigns/${encodeURIComponent(campaign)}/live`,
      (live) => {
        pause = SHORTEST_PAUSE
        expect(SILENCE)
        hear(live, 'live')
      },
      (state) => {
        if (state === 'open') return
        hear(undefined, 'reconnecting')
        if (state === 'over') stop()
        else expect(pause)
      },
    )
  }

  /** Connects again, unless something is heard until then. */
  const expect = (within: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      close()
      hear(undefined, 'reconnecting')
      pause = Math.min(2 * pause, LONGEST_PAUSE)
      connect()
    }, within)
  }

  const letGo = () => {
    clearTimeout(timer)
    close()
  }

  const look = () => {
    letGo()
    if (document.hidden) return
    pause = SHORTEST_PAUSE
    hear(undefined, 'connecting')
    connect()
  }

  const stop = () => {
    document.removeEventListener('visibilitychange', look)
    letGo()
  }

  document.addEventListener('visibilitychange', look)
  if (!document.hidden) connect()
  return stop
}
