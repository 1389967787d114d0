import { ask } from '../../api'
import type { Explanations, Kind, Run, Timeline, User } from '../../api-types/users'

const of = (id: string) => `/v1/users/${encodeURIComponent(id)}`

export function findUsers(search: string, signal?: AbortSignal) {
  return ask<{ users: User[]; more: boolean }>('/v1/users', { query: { search, limit: 50 }, signal })
}

export function readUser(id: string, signal?: AbortSignal) {
  return ask<User>(of(id), { signal })
}

export function readRuns(id: string, signal?: AbortSignal) {
  return ask<Run[]>(`${of(id)}/participations`, { signal })
}

export interface TimelineFilter {
  kinds: Kind[]
  campaign: string
}

export function readTimeline(
  id: string,
  { kinds, campaign }: TimelineFilter,
  before?: number,
  signal?: AbortSignal,
) {
  const query = new URLSearchParams(kinds.map((kind) => ['kind', kind]))
  if (campaign) query.set('campaign', campaign)
  if (before !== undefined) query.set('before', String(before))
  return ask<Timeline>(`${of(id)}/timeline?${query}`, { signal })
}

export function explain(id: string, campaign: string, signal?: AbortSignal) {
  return ask<Explanations>(`${of(id)}/explanations`, { query: { campaign }, signal })
}

export async function campaignIds(signal?: AbortSignal): Promise<string[]> {
  const campaigns = await ask<{ id: string }[]>('/v1/campaigns', { signal })
  return campaigns.map(({ id }) => id).sort()
}
