import type { Role } from './session'

export interface Account {
  user: string
  name: string
  roles: Role[]
  disabled: boolean
  /** Another service vouches for the person, and decides the roles. */
  oidc: boolean
  since: string
  /** Told once, where it was drawn. */
  password?: string
}

export type AccountChange = Partial<Pick<Account, 'name' | 'roles' | 'disabled' | 'password'>>

export const SCOPES = ['intake', 'decide', 'viewer', 'marketer', 'rule-author', 'operator'] as const
export type Scope = (typeof SCOPES)[number]

export const ROLES: Role[] = ['viewer', 'marketer', 'rule-author', 'operator', 'admin']

export interface Key {
  id: string
  name: string
  scopes: Scope[]
  createdBy: string
  createdAt: string
  expiresAt?: string
  revokedAt?: string
  usedAt?: string
  /** The whole key, told once. */
  key?: string
}

export interface Change {
  id: number
  at: string
  who: string
  by: string
  action: string
  subject: string
  before?: string
  after?: string
}
