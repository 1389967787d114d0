import { useEffect, useRef } from 'react'
import type { CampaignGraph } from '../../graph/campaign'
import type { Places } from '../../canvas/model'
import { failed } from '../../app/notices'
import { keepLayout } from './service'

const AFTER = 1_000

/** Keeps where nodes and entries stand, once they have been moved. */
export function useKeptPlaces(campaign: string, graph: CampaignGraph, places: Places, active: boolean) {
  const kept = useRef(places)
  useEffect(() => {
    if (!active || kept.current === places) return
    const timer = setTimeout(() => {
      kept.current = places
      keepLayout(campaign, ofGraph(graph, places)).catch(failed)
    }, AFTER)
    return () => clearTimeout(timer)
  }, [campaign, graph, places, active])
}

function ofGraph({ nodes, entries }: CampaignGraph, places: Places): Places {
  const names = [...nodes, ...entries].map(({ id }) => id)
  return Object.fromEntries(names.filter((id) => places[id]).map((id) => [id, places[id]!]))
}
