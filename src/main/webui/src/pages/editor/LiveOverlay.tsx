import { useEffect } from 'react'
import type { MarkStore } from '../../canvas/marks'
import { marksOfFlow } from '../../canvas/overlays'
import { LiveLegend, useLive } from '../../panels/live'

/** Marks on the canvas what goes on in the campaign, as long as it is there. */
export function LiveOverlay({ campaign, marks }: { campaign: string; marks: MarkStore }) {
  const watching = useLive(campaign)
  const { live } = watching
  useEffect(() => {
    if (live) marks.setState({ marks: marksOfFlow(live) })
  }, [live, marks])
  useEffect(() => () => marks.setState({ marks: {} }), [marks])
  return <LiveLegend watching={watching} />
}
