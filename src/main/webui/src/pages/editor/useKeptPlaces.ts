import { useCallback, useEffect, useRef } from 'react'
import type { CampaignGraph } from '../../graph/campaign'
import type { Places } from '../../canvas/model'
import { failed } from '../../app/notices'
import { keepLayout } from './service'

const AFTER = 1_000

/** While it is being typed a node may be called what no node can be called. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** Keeps where nodes and entries stand, once they have been moved. */
export function useKeptPlaces(campaign: string, graph: CampaignGraph, places: Places, active: boolean) {
  const kept = useRef(places)
  const wanted = useRef({ graph, places })
  const keep = useCallback(() => {
    const { graph, places } = wanted.current
    if (kept.current === places) return
    kept.current = places
    keepLayout(campaign, ofGraph(graph, places)).catch(failed)
  }, [campaign])
  useEffect(() => {
    wanted.current = { graph, places }
    if (!active || kept.current === places) return
    const timer = setTimeout(keep, AFTER)
    return () => clearTimeout(timer)
  }, [graph, places, active, keep])
  // What was moved just before leaving is kept, too.
  useEffect(() => () => void (active && keep()), [active, keep])
}

function ofGraph({ nodes, entries }: CampaignGraph, places: Places): Places {
  const names = [...nodes, ...entries].map(({ id }) => id)
  return Object.fromEntries(names.filter((id) => NAME.test(id) && places[id]).map((id) => [id, places[id]!]))
}
