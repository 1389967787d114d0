import { ask } from '../../api'
import type { Account, AccountChange, Change, Key, Scope } from '../../api-types/access'
import type { Role } from '../../api-types/session'

const named = (path: string, name: string) => `${path}/${encodeURIComponent(name)}`

export const accounts = () => ask<Account[]>('/v1/accounts')

export const createAccount = (account: { user: string; name: string; roles: Role[] }) =>
  ask<Account>('/v1/accounts', { method: 'POST', body: account })

export const changeAccount = (user: string, change: AccountChange) =>
  ask<Account>(named('/v1/accounts', user), { method: 'PATCH', body: change })

export const deleteAccount = (user: string) =>
  ask<undefined>(named('/v1/accounts', user), { method: 'DELETE' })

export const keys = () => ask<Key[]>('/v1/keys')

export const makeKey = (key: { name: string; scopes: Scope[]; expires?: string }) =>
  ask<Key>('/v1/keys', { method: 'POST', body: key })

export const revokeKey = (id: string) => ask<Key>(named('/v1/keys', id), { method: 'DELETE' })

export const PAGE = 50

export const audit = (search: { subject: string; who: string; before?: number }) =>
  ask<Change[]>('/v1/audit', { query: { ...search, limit: PAGE } })
