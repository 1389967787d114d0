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
 * service answers with an error, and never find out that a connection has gone silent.
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
      (open) => {
        if (open) return
        hear(undefined, 'reconnecting')
        expect(pause)
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

  connect()
  return () => {
    clearTimeout(timer)
    close()
  }
}
