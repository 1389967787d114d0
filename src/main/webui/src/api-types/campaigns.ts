import type { Finding } from './problem'

export type Status = 'running' | 'paused' | 'ended'

/** A campaign with its open version. */
export interface Campaign {
  id: string
  name: string
  tags: string[]
  version: number
  status: Status
  changedAt: string
  /** Participations under way; only where they were asked for. */
  inside?: number
}

/** A version, and who is in it. */
export interface Version {
  version: number
  open: boolean
  publishedAt: string
  hash: string
  inside: { node: string; participations: number; users: number }[]
}

/** One element that is not the same in two versions. */
export interface Change {
  element: 'frame' | 'entry' | 'node' | 'edge' | 'rank'
  name: string
  kind: 'added' | 'removed' | 'changed'
  from?: string
  to?: string
}

export interface Diff {
  campaign: string
  from?: number
  to: number
  changes: Change[]
  /** Unified; empty where the files are the same, or too long to be compared. */
  text: string
}

/** What becomes of some of those at a node. */
export interface Outcome {
  fate: 'stays' | 'waits' | 'moves' | 'ends'
  version: number
  node: string
  ended?: string
  orders: string[]
  participations: number
  earliest?: string
  latest?: string
}

/** Those at one node of one version; without `to` they finish there. */
export interface Group {
  version: number
  node: string
  to?: string
  participations: number
  users: number
  looked: number
  exact: boolean
  outcomes: Outcome[]
}

/** What publishing would do. */
export interface Plan {
  campaign: string
  version: number
  open?: number
  changed: boolean
  onChange: 'pin' | 'follow' | 'migrate'
  at: string
  groups: Group[]
  changes: Change[]
  text: string
  notes: string[]
  warnings: Finding[]
}

export interface Publication {
  campaign: string
  version: number
  changed: boolean
  warnings: Finding[]
}

export interface Launches {
  ahead: { entry: string; launch: string; perMinute?: number; next?: string }[]
  ticks: {
    tick: string
    entry: string
    state: 'walking' | 'done' | 'given_up'
    total: number
    told: number
    perMinute?: number
    begunAt: string
    changedAt: string
  }[]
}
