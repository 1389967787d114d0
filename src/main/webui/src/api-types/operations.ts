/** A record of the log that could not be read or judged. */
export interface DeadEvent {
  partition: number
  offset: number
  user: string
  payload: string
  error: string
  at: string
}

export const ORDER_STATUSES = ['parked', 'unknown', 'failed', 'new', 'sent'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** An order that is not performed, or not yet. */
export interface Order {
  key: string
  user: string
  campaign: string
  version: number
  node: string
  action: string
  kind: string
  status: OrderStatus
  attempts: number
  reason?: string
  waitsFor?: string
  ordered: string
  nextAttempt: string
  settled?: string
}

export interface Launches {
  ahead: { campaign: string; entry: string; launch: string; perMinute?: number; next?: string }[]
  ticks: Tick[]
}

export interface Tick {
  campaign: string
  tick: string
  entry: string
  state: 'walking' | 'done' | 'given_up' | 'not_needed'
  total: number
  told: number
  perMinute?: number
  begunAt: string
  changedAt: string
}

/** The classes that events are counted in. */
export const CLASSES = ['applied', 'noMatch', 'duplicate', 'late', 'illegal', 'dead'] as const

export interface Ledger {
  balanced: boolean
  batches: number
  unbalanced: number
  gaps: number
  sum: Record<(typeof CLASSES)[number] | 'in' | 'signals' | 'moves' | 'orders', number>
  partitions: { partition: number; epoch: number; nextOffset: number; owner: string }[]
}

export type ComponentState = 'up' | 'degraded' | 'down'

export interface Components {
  at: string
  state: ComponentState
  components: { name: string; state: ComponentState; detail: string; figures: Record<string, number> }[]
}
