import { lazy, type ComponentType } from 'react'
import type { TabProps } from './tab'

export interface Tab {
  /** The last part of its address: /campaigns/:id/TAB. */
  id: string
  /** A key of i18n with its namespace, such as `canvas:tab`. */
  name: string
  panel: ComponentType<TabProps>
}

/** The tabs of a campaign's page, in their order: a new one is a line here. */
export const tabs: Tab[] = [
  { id: 'canvas', name: 'canvas:tab', panel: lazy(() => import('../editor/LiveCanvas')) },
  { id: 'versions', name: 'campaigns:versions.tab', panel: lazy(() => import('../campaigns/Versions')) },
  { id: 'scenarios', name: 'simulate:scenarios', panel: lazy(() => import('../simulate/Scenarios')) },
  { id: 'backtest', name: 'simulate:backtest', panel: lazy(() => import('../simulate/Backtests')) },
  { id: 'launches', name: 'campaigns:launches.tab', panel: lazy(() => import('../campaigns/Launches')) },
]
