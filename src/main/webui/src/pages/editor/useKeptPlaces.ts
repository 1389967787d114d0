import { useCallback, useEffect, useRef } from 'react'
import type { CampaignGraph } from '../../graph/campaign'
import type { Place, Places } from '../../canvas/model'
import { failed } from '../../app/notices'
import { moveNodes } from './service'

const AFTER = 1_000

/** While it is being typed a node may be called what no node can be called. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** Keeps where nodes and entries stand, once they have been moved; of others it says nothing. */
export function useKeptPlaces(campaign: string, graph: CampaignGraph, places: Places, active: boolean) {
  const kept = useRef(places)
  const wanted = useRef({ graph, places })
  const keeping = useRef(Promise.resolve())
  // One at a time, so that no older place arrives after a newer; what fails is told with the next move.
  const keep = useCallback(() => {
    keeping.current = keeping.current.then(async () => {
      const { graph, places } = wanted.current
      const moved = ofGraph(graph, places).filter(([id, place]) => !same(kept.current[id], place))
      if (moved.length === 0) return
      const nodes = Object.fromEntries(moved)
      await moveNodes(campaign, nodes).then(() => (kept.current = { ...kept.current, ...nodes }), failed)
    })
  }, [campaign])
  useEffect(() => {
    wanted.current = { graph, places }
    if (!active) return
    const timer = setTimeout(keep, AFTER)
    return () => clearTimeout(timer)
  }, [graph, places, active, keep])
  // What was moved just before leaving is kept, too.
  useEffect(() => () => void (active && keep()), [active, keep])
}

function ofGraph({ nodes, entries }: CampaignGraph, places: Places): [string, Place][] {
  const names = [...nodes, ...entries].map(({ id }) => id)
  return names.filter((id) => NAME.test(id) && places[id]).map((id) => [id, places[id]!])
}

function same(one: Place | undefined, other: Place): boolean {
  return one !== undefined && one.x === other.x && one.y === other.y
}
