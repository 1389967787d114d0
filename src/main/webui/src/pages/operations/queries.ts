import { ask } from '../../api'
import type { Components, DeadEvent, Launches, Ledger, Order, OrderStatus } from '../../api-types/operations'

export const readDead = (signal?: AbortSignal) =>
  ask<DeadEvent[]>('/v1/dead-events', { query: { limit: 200 }, signal })

export interface OrderFilter {
  statuses: OrderStatus[]
  campaign: string
}

export function readOrders({ statuses, campaign }: OrderFilter, before?: string, signal?: AbortSignal) {
  const query = new URLSearchParams(statuses.map((status) => ['status', status]))
  if (campaign) query.set('campaign', campaign)
  if (before) query.set('before', before)
  return ask<{ orders: Order[]; next: string | null }>(`/v1/orders?${query}`, { signal })
}

export const readLaunches = (signal?: AbortSignal) => ask<Launches>('/v1/launches', { signal })

export const readLedger = (signal?: AbortSignal) => ask<Ledger>('/v1/ledger', { signal })

export const readComponents = (signal?: AbortSignal) => ask<Components>('/v1/components', { signal })
