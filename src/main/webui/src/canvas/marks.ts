import { createContext, use } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Key } from './model'

/** What changes on the canvas while nobody edits: who waits where, what a simulation has just done. */
export interface Mark {
  /** Users who wait at a node. */
  waiting?: number
  /** How often an edge was followed, in all and in the last minute. */
  total?: number
  lastMinute?: number
  /** Lit by a simulation: here the user is, this way the user went. */
  lit?: 'now' | 'been'
}

export type Marks = Record<Key, Mark>

export type MarkStore = StoreApi<{ marks: Marks }>

/** Marks live beside the nodes and edges, so that a new count draws one badge and nothing else. */
export function createMarks(): MarkStore {
  return createStore(() => ({ marks: {} }))
}

const Context = createContext<MarkStore>(createMarks())

export const MarksProvider = Context.Provider

const NONE: Mark = {}

export function useMark(key: Key): Mark {
  return useStore(
    use(Context),
    useShallow(({ marks }) => marks[key] ?? NONE),
  )
}
