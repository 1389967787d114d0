import { IconActivityHeartbeat, IconRoute, IconShieldLock, IconUsers } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Right } from './session'

export interface Section {
  path: string
  /** What else belongs to it. */
  covers?: string[]
  /** A key of the namespace `shell`. */
  name: string
  icon: ComponentType<{ size?: number }>
  /** Who sees it; everybody where it is missing. */
  right?: Right
}

/** The pages that stand in the navigation: a new capability adds a line here and its routes. */
export const sections: Section[] = [
  { path: '/campaigns', covers: ['/drafts'], name: 'campaigns', icon: IconRoute },
  { path: '/users', name: 'users', icon: IconUsers },
  { path: '/operations', name: 'operations', icon: IconActivityHeartbeat },
  { path: '/admin', name: 'admin', icon: IconShieldLock, right: 'administer' },
]
