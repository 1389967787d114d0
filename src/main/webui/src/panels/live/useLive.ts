import { useEffect, useState } from 'react'
import { watch, type Watching } from './watch'

const NOTHING: Watching = { live: undefined, state: 'connecting' }

/** What goes on in a campaign, second by second, while the component is there; what was heard last stays. */
export function useLive(campaign: string): Watching {
  const [heard, setHeard] = useState<Watching & { campaign: string }>({ ...NOTHING, campaign })
  useEffect(
    () =>
      watch(campaign, (live, state) =>
        setHeard((last) => ({
          campaign,
          state,
          live: live ?? (last.campaign === campaign ? last.live : undefined),
        })),
      ),
    [campaign],
  )
  return heard.campaign === campaign ? heard : NOTHING
}
