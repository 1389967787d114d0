export interface User {
  id: string
  attributes: Record<string, unknown>
  latestEvent: string | null
}

export interface Run {
  id: string
  campaign: string
  version: number
  key: string | null
  node: string
  status: 'active' | 'completed' | 'exited' | 'reached' | 'stopped'
  entered: string
  since: string
  ended: string | null
  moves: number
  wakeAt: string | null
}

export const KINDS = ['event', 'move', 'refusal', 'order'] as const
export type Kind = (typeof KINDS)[number]

export type What =
  'event' | 'entered' | 'moved' | 'reached' | 'ended' | 'migrated' | 'skipped' | 'refused' | 'order'

/** How far an order has come. */
export interface Delivered {
  key: string
  status: string
  attempts: number
  reason?: string | null
  heldUntil?: string | null
  withheld?: string | null
  settled?: string | null
}

/** Something that happened to a user. */
export interface Moment {
  offset: number
  at: string
  what: What
  campaign?: string
  version?: number
  participation?: string
  rule?: string
  name: string
  from?: string
  to?: string
  detail: string
  event?: string
  order?: Delivered
  values: Record<string, unknown>
}

export interface Timeline {
  moments: Moment[]
  next: number | null
}

export interface Cell {
  text: string
  holds: boolean
  seen: Record<string, unknown>
  where: Cell[][]
}

/** A way in or on, and what it looks like now. */
export interface Reason {
  campaign: string
  version: number
  rule: string
  participation: string | null
  from: string | null
  to: string
  verdict: string
  detail: string
  rows: Cell[][]
}

/** A move, a goal, an end or a refusal of the past. */
export interface Past {
  at: string
  version: number
  rule: string
  from: string | null
  to: string | null
  refused: string | null
  detail: string
  event: string | null
  rows: Cell[][]
}

export interface Explanations {
  user: string
  campaign: string
  now: Reason[]
  past: Past[]
}
