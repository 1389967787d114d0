import { ask, askText } from '../../api'
import type { Plan, Publication } from '../../api-types/campaigns'
import type { Draft } from '../../api-types/drafts'

export const YAML = 'application/yaml'

const at = (campaign: string) => `/v1/drafts/${encodeURIComponent(campaign)}`
const seen = (revision: number) => ({ 'If-Match': `"${revision}"` })

export const drafts = () => ask<Draft[]>('/v1/drafts')

export const draft = (campaign: string, signal?: AbortSignal) => ask<Draft>(at(campaign), { signal })

/** Begins a draft where there is none. */
export const begin = (campaign: string, text: string) =>
  ask<Draft>(at(campaign), { method: 'PUT', body: { text }, headers: { 'If-None-Match': '*' } })

export const discard = ({ campaign, revision }: Draft) =>
  ask<void>(at(campaign), { method: 'DELETE', headers: seen(revision) })

export const act = ({ campaign, revision }: Draft, verb: 'submit' | 'withdraw' | 'reject', comment = '') =>
  ask<Draft>(`${at(campaign)}/${verb}`, { method: 'POST', body: { comment }, headers: seen(revision) })

/** Publishes a draft over the version that is known to be open. */
export const publish = ({ campaign, revision }: Draft, over: number) =>
  ask<Publication>(`${at(campaign)}/publish`, { method: 'POST', body: { over }, headers: seen(revision) })

export const plan = (text: string, signal?: AbortSignal) =>
  ask<Plan>('/v1/campaigns/plan', { method: 'POST', body: text, type: YAML, signal })

/** The file of a campaign exactly as it is kept. */
export const file = (campaign: string, version?: number) =>
  askText(`/v1/campaigns/${encodeURIComponent(campaign)}`, { query: { version }, headers: { Accept: YAML } })
