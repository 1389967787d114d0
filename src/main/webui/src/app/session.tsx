import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react'
import * as api from '../api'
import type { Role, Session } from '../api-types/session'
import * as unsaved from './unsaved'

/** What a page may offer; the service decides again. */
const MAY = {
  edit: ['marketer', 'admin'],
  publish: ['marketer', 'admin'],
  steer: ['marketer', 'operator', 'admin'],
  simulate: ['marketer', 'rule-author', 'admin'],
  backtest: ['marketer', 'rule-author', 'operator', 'admin'],
  operate: ['operator', 'admin'],
  administer: ['admin'],
} satisfies Record<string, Role[]>

export type Right = keyof typeof MAY

export interface SessionState {
  session: Session | null
  loading: boolean
  /** Why nobody is known, beyond that nobody has signed in. */
  error: api.ApiError | null
  may: (right: Right) => boolean
  signIn: (user: string, password: string) => Promise<void>
  signOut: () => Promise<void>
}

const Context = createContext<SessionState | null>(null)

export function useSession(): SessionState {
  const found = use(Context)
  if (!found) throw new Error('outside <SessionProvider>')
  return found
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const query = useQuery({ queryKey: ['session'], queryFn: current, retry: false, staleTime: Infinity })

  useEffect(() => api.whenSignedOut(() => queries.setQueryData(['session'], null)), [queries])

  const state = useMemo<SessionState>(() => {
    const session = query.data ?? null
    return {
      session,
      loading: query.isPending,
      error: query.error instanceof api.ApiError ? query.error : null,
      may: (right) => session?.roles.some((role) => (MAY[right] as Role[]).includes(role)) ?? false,
      signIn: async (user, password) => {
        const found = await api.signIn(user, password)
        unsaved.open()
        forget(queries)
        queries.setQueryData(['session'], found)
      },
      signOut: async () => {
        await api.signOut()
        unsaved.close()
        forget(queries)
        queries.setQueryData(['session'], null)
      },
    }
  }, [query.data, query.isPending, query.error, queries])

  return <Context value={state}>{children}</Context>
}

/** Nobody sees what somebody else was shown. Who it is stays, for this very page looks at it. */
function forget(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}

async function current(): Promise<Session | null> {
  try {
    return await api.session()
  } catch (error) {
    if (error instanceof api.ApiError && error.status === 401) return null
    throw error
  }
}
