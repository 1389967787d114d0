import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { completed } from '../../canvas/arrange'
import type { Difference, Key, Places } from '../../canvas/model'
import { changesOf, together } from '../../canvas/changes'
import { graphOf, type CampaignGraph } from '../../graph/campaign'
import { CampaignFile } from '../../graph/file'
import { differenceOf, fileOf } from './service'

const NOTHING: ReadonlyMap<Key, Difference> = new Map()

/** How a draft differs from the open version, drawn on the canvas together with what is gone. */
export function useChanges(
  campaign: string,
  text: string,
  graph: CampaignGraph,
  places: Places,
  active: boolean,
) {
  const [asked] = useDebouncedValue(text, 300)
  const open = useQuery({
    queryKey: ['campaign', campaign, 'yaml'],
    queryFn: () => fileOf(campaign),
    enabled: active,
  })
  const changes = useQuery({
    queryKey: ['difference', campaign, asked],
    queryFn: ({ signal }) => differenceOf(asked, signal),
    enabled: active,
    retry: false,
    placeholderData: keepPreviousData,
  })
  const byKey = useMemo(
    () => (active && changes.data ? changesOf(changes.data) : NOTHING),
    [active, changes.data],
  )
  const drawn = useMemo(
    () => (active && open.data ? together(graph, graphOf(CampaignFile.of(open.data)), byKey) : graph),
    [active, open.data, graph, byKey],
  )
  const standing = useMemo(
    () => (drawn === graph ? places : completed(drawn, places)),
    [drawn, graph, places],
  )
  return {
    byKey,
    graph: drawn,
    places: standing,
    list: active ? (changes.data ?? []) : [],
    error: active ? changes.error : null,
  }
}
