import { ask } from '../../api'
import type { Campaign, Diff, Launches, Publication, Version } from '../../api-types/campaigns'
import type { Starter } from '../../api-types/drafts'

const at = (campaign: string) => `/v1/campaigns/${encodeURIComponent(campaign)}`

export const campaigns = () => ask<Campaign[]>('/v1/campaigns', { query: { inside: true } })

export const templates = () => ask<Starter[]>('/v1/templates')

export type Steering = 'pause' | 'resume' | 'end'

export const steer = (campaign: string, verb: Steering) =>
  ask<Campaign>(`${at(campaign)}/${verb}`, { method: 'POST' })

export const versions = (campaign: string) => ask<Version[]>(`${at(campaign)}/versions`)

export const diff = (campaign: string, from: number, to: number) =>
  ask<Diff>(`${at(campaign)}/diff`, { query: { from, to } })

/** What becomes of those inside: as that version says, or otherwise. */
export type OnChange = 'written' | 'pin' | 'follow'

export const rollBack = (campaign: string, to: number, onChange: OnChange) =>
  ask<Publication>(`${at(campaign)}/rollback`, {
    method: 'POST',
    body: { to, ...(onChange === 'written' ? {} : { 'on-change': onChange }) },
  })

export const launches = (campaign: string) => ask<Launches>(`${at(campaign)}/launches`)
