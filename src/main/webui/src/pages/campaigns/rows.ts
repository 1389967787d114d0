import type { Campaign } from '../../api-types/campaigns'
import type { Draft } from '../../api-types/drafts'

/** A campaign, its draft, or both. */
export interface Row {
  id: string
  name: string
  campaign?: Campaign
  draft?: Draft
}

/** Campaigns and drafts side by side, by name, as far as they match what is looked for. */
export function rows(campaigns: Campaign[], drafts: Draft[], search: string): Row[] {
  const byId = new Map<string, Row>()
  for (const campaign of campaigns) byId.set(campaign.id, { id: campaign.id, name: campaign.name, campaign })
  for (const draft of drafts) {
    const published = byId.get(draft.campaign)
    byId.set(draft.campaign, { id: draft.campaign, name: draft.name, ...published, draft })
  }
  const wanted = search.trim().toLowerCase()
  return [...byId.values()]
    .filter(({ id, name, campaign }) =>
      [id, name, ...(campaign?.tags ?? [])].some((word) => word.toLowerCase().includes(wanted)),
    )
    .sort((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id))
}
