import { lazy, type ComponentType } from 'react'

export interface Tab {
  /** The last part of its address: /operations/TAB. */
  id: string
  /** A key of i18n with its namespace. */
  name: string
  panel: ComponentType
}

/** The tabs of the operations page, in their order: a new one is a line here. */
export const tabs: Tab[] = [
  { id: 'dead', name: 'operations:tab.dead', panel: lazy(() => import('./DeadEvents')) },
  { id: 'orders', name: 'operations:tab.orders', panel: lazy(() => import('./Orders')) },
  { id: 'launches', name: 'operations:tab.launches', panel: lazy(() => import('./Launches')) },
  { id: 'ledger', name: 'operations:tab.ledger', panel: lazy(() => import('./LedgerAudit')) },
  { id: 'components', name: 'operations:tab.components', panel: lazy(() => import('./ComponentStates')) },
]
