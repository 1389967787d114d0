import { useState } from 'react'
import type { Finding } from '../../api-types/problem'
import { keyOfEdge, keyOfEntry, keyOfNode, type Key } from '../../canvas/model'
import type { CampaignGraph } from '../../graph/campaign'
import { elementOf } from '../../graph/element'
import type { Pane } from './Toolbar'

/** What is open beside the canvas, and where a finding leads: to its element, else to its line of the text. */
export function usePanes(graph: CampaignGraph, show: (key: Key) => void) {
  const [panes, setPanes] = useState<ReadonlySet<Pane>>(new Set())
  const [goTo, setGoTo] = useState<{ line: number; column: number }>()

  const toggle = (pane: Pane) =>
    setPanes((now) => new Set(now.has(pane) ? [...now].filter((one) => one !== pane) : [...now, pane]))

  const choose = (finding: Finding) => {
    const key = keyOfFinding(finding, graph)
    if (key) show(key)
    if (!key || panes.has('text')) {
      setPanes((now) => new Set([...now, 'text']))
      setGoTo({ line: finding.line, column: finding.column })
    }
  }
  return { panes, toggle, goTo, choose }
}

function keyOfFinding({ element }: Finding, graph: CampaignGraph) {
  const found = elementOf(element)
  if (found?.kind === 'node') return keyOfNode(found.id)
  if (found?.kind === 'edge') return graph.edges[found.index] && keyOfEdge(graph.edges[found.index]!.id)
  if (found?.kind === 'entry') return graph.entries[found.index] && keyOfEntry(graph.entries[found.index]!.id)
  return undefined
}
