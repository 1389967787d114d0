import { replaceEqualDeep } from '@tanstack/react-query'
import { temporal, type TemporalState } from 'zundo'
import { createStore, type StoreApi } from 'zustand'
import { completed } from '../../canvas/arrange'
import { keyOfEdge, keyOfNode, kindOf, type Key, type Places } from '../../canvas/model'
import { graphOf, type CampaignGraph } from '../../graph/campaign'
import { CampaignFile } from '../../graph/file'
import { same } from '../../graph/plain'

/** What can be undone: the text, and where its parts stand. */
interface Undoable {
  text: string
  places: Places
}

interface Shown extends Undoable {
  /** The text as a file: the last one that could be read. */
  file: CampaignFile
  graph: CampaignGraph
  /** The text cannot be read: the canvas shows what was there before. */
  broken: boolean
  /** The text that file and graph were read from, or could not be. */
  read: string
  selection: ReadonlySet<Key>
}

export interface EditorState extends Shown {
  /** One step that can be undone. */
  edit(file: CampaignFile, places?: Places): void
  /** A change in a form: what is typed there at one go is one step, too. */
  fill(file: CampaignFile): void
  /** What is typed at one go is one step. */
  type(text: string): void
  /** Another text instead, such as somebody else's or that of a file: a step of its own. */
  replace(text: string): void
  move(places: Places): void
  select(keys: Iterable<Key>): void
}

export type EditorStore = StoreApi<EditorState> & { temporal: StoreApi<TemporalState<Undoable>> }

/** How long one may rest while typing, and it is still the same step. */
const ONE_GO = 1_000
const MOST_STEPS = 200

export function createEditor(
  text: string,
  places: Places,
  now: () => number = () => performance.now(),
): EditorStore {
  const typing = { last: -Infinity, on: false }
  const atOneGo = (change: () => void) => {
    typing.on = now() - typing.last < ONE_GO
    typing.last = now()
    change()
    typing.on = false
  }
  const store = createStore<EditorState>()(
    temporal(
      (set, get) => ({
        ...begun(text, places),
        edit(changed, moved = {}) {
          typing.last = -Infinity
          const before = get()
          if (changed.text === before.text && Object.keys(moved).length === 0) return
          const [followed, selection] = following(before, changed)
          set({ ...shown(changed, { ...before.places, ...followed, ...moved }, before), selection })
        },
        fill(changed) {
          if (changed.text === get().text) return
          const [followed, selection] = following(get(), changed)
          atOneGo(() => set({ ...shown(changed, { ...get().places, ...followed }, get()), selection }))
        },
        type(typed) {
          if (typed !== get().text) atOneGo(() => set(shown(CampaignFile.of(typed), get().places, get())))
        },
        replace(other) {
          typing.last = -Infinity
          if (other !== get().text) set(shown(CampaignFile.of(other), get().places, get()))
        },
        move(moved) {
          typing.last = -Infinity
          set({ places: { ...get().places, ...moved } })
        },
        select(keys) {
          const chosen = new Set(keys)
          if (!same([...chosen].sort(), [...get().selection].sort())) set({ selection: chosen })
        },
      }),
      {
        limit: MOST_STEPS,
        partialize: (state): Undoable => ({ text: state.text, places: state.places }),
        equality: (past, current) => past.text === current.text && same(past.places, current.places),
        handleSet: (keep) => (past, replace, current, delta) => {
          if (!typing.on) (keep as (...all: unknown[]) => void)(past, replace, current, delta)
        },
      },
    ),
  ) as unknown as EditorStore
  // Undoing brings back text and places; what is read from them follows.
  store.subscribe((state) => {
    if (state.text !== state.read) store.setState(shown(CampaignFile.of(state.text), state.places, state))
  })
  return store
}

function begun(text: string, places: Places): Shown {
  const file = CampaignFile.of(text)
  const graph = graphOf(file)
  return {
    text,
    file,
    graph,
    broken: !file.readable,
    read: text,
    places: completed(graph, places),
    selection: new Set<Key>(),
  }
}

function shown(file: CampaignFile, places: Places, before: Shown): Partial<Shown> {
  const { text } = file
  if (!file.readable) return { text, read: text, places, broken: true }
  // What has not changed is the same object, so that it is not drawn anew.
  const graph = replaceEqualDeep(before.graph, graphOf(file))
  return { text, read: text, file, broken: false, graph, places: completed(graph, places) }
}

/** A node that has another name stays where it was, and selected; so does an edge that leads elsewhere. */
function following(before: Shown, changed: CampaignFile): [Places, ReadonlySet<Key>] {
  const { graph, places, selection } = before
  const after = graphOf(changed)
  const [was, is] = renamedNode(graph, after)
  const followed = was !== undefined && is !== undefined && places[was] ? { [is]: places[was] } : {}
  const keys = [...selection].map((key) => {
    if (was !== undefined && is !== undefined && key === keyOfNode(was)) return keyOfNode(is)
    return kindOf(key) === 'edge' ? sameEdge(key, graph, after) : key
  })
  return [followed, new Set(keys)]
}

function renamedNode(before: CampaignGraph, after: CampaignGraph): [string?, string?] {
  const [old, now] = [before, after].map(({ nodes }) => nodes.map(({ id }) => id)) as [string[], string[]]
  const gone = old.filter((id) => !now.includes(id))
  const fresh = now.filter((id) => !old.includes(id))
  return gone.length === 1 && fresh.length === 1 ? [gone[0], fresh[0]] : []
}

/** Edges are called by their ends: one that has other ends is found by its place. */
function sameEdge(key: Key, before: CampaignGraph, after: CampaignGraph): Key {
  if (after.edges.some(({ id }) => keyOfEdge(id) === key)) return key
  const index = before.edges.findIndex(({ id }) => keyOfEdge(id) === key)
  const there = before.edges.length === after.edges.length ? after.edges[index] : undefined
  return there ? keyOfEdge(there.id) : key
}
