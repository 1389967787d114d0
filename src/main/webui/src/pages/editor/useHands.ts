import { useMemo } from 'react'
import type { Hands } from '../../canvas/useGestures'
import { arranged, free } from '../../canvas/arrange'
import {
  keyOfEdge,
  keyOfEntry,
  keyOfNode,
  kindOf,
  nameOf,
  type Key,
  type Place,
  type Places,
} from '../../canvas/model'
import { copied, pasted } from '../../graph/clipboard'
import * as edits from '../../graph/edits'
import type { CampaignGraph } from '../../graph/campaign'
import type { Vocabulary } from '../../api-types/vocabulary'
import { NO_WORDS, useVocabulary } from '../../panels/fields/useVocabulary'
import { firstParameters } from './parts'
import type { EditorState, EditorStore } from './store'

export interface Editing extends Hands {
  add(item: string, at: Place): void
  remove(): void
  copy(): string | undefined
  paste(text: string, at?: Place): boolean
  arrange(): void
  undo(): void
  redo(): void
  nudge(x: number, y: number): void
}

/** What can be done with hands: each is one step that can be undone. */
export function useHands(store: EditorStore): Editing {
  const { words } = useVocabulary()
  return useMemo(() => handsOf(store, words), [store, words])
}

export function handsOf(store: EditorStore, words: Vocabulary = NO_WORDS): Editing {
  const now = () => store.getState()
  /** A text that cannot be read is mended as a text: a change on the canvas would lose it. */
  const whenReadable = (act: () => void) => {
    if (!now().broken) act()
  }
  const choice = () => choiceOf(now().graph, now().selection)

  const add = (item: string, at: Place, on?: Key) =>
    whenReadable(() => {
      const { file, graph, places } = now()
      const target = on && kindOf(on) === 'nodes' ? nameOf(on) : undefined
      if (item === 'when' || item === 'launch') {
        const to = target ?? graph.nodes[0]?.id ?? 'node'
        now().edit(edits.addEntry(file, to, firstEntry(item)), {
          [`entry-${graph.entries.length + 1}`]: free(places, at),
        })
        return now().select([keyOfEntry(`entry-${graph.entries.length + 1}`)])
      }
      if (item !== 'node' && target) {
        now().edit(edits.addAction(file, target, item, firstParameters(item, words)))
        return now().select([keyOfNode(target)])
      }
      const id = edits.freeName(file, item)
      const node = item === 'node' ? {} : { actions: [{ [item]: firstParameters(item, words) }] }
      now().edit(edits.addNode(file, id, node), { [id]: free(places, at) })
      now().select([keyOfNode(id)])
    })

  return {
    add,
    drop: add,
    move: (places) => now().move(places),
    connect: (from, to) =>
      whenReadable(() => {
        const before = new Set(now().graph.edges.map(({ id }) => id))
        now().edit(edits.addEdge(now().file, from, to))
        const edge = now().graph.edges.find(({ id }) => !before.has(id))
        if (edge) now().select([keyOfEdge(edge.id)])
      }),
    lead: (entry, to) =>
      whenReadable(() => {
        const index = now().graph.entries.find(({ id }) => id === entry)?.index
        if (index !== undefined) now().edit(now().file.set(['entry', index, 'to'], to))
      }),
    reconnect: (edge, end, node) =>
      whenReadable(() => {
        const index = now().graph.edges.find(({ id }) => id === edge)?.index
        if (index !== undefined) now().edit(edits.reconnect(now().file, index, end, node))
      }),
    remove: () =>
      whenReadable(() => {
        now().edit(edits.removeAll(now().file, choice()), entriesMovedUp(now(), choice()))
        now().select([])
      }),
    copy: () => (choice().nodes.length > 0 ? copied(now().file, choice()) : undefined),
    paste: (text, at) => {
      const result = now().broken ? undefined : pasted(now().file, text)
      if (!result) return false
      const places = { ...now().places }
      for (const [was, is] of result.names) {
        const near = at ?? { x: (places[was]?.x ?? 0) + 60, y: (places[was]?.y ?? 0) + 60 }
        places[is] = free(places, near)
      }
      now().edit(result.file, places)
      now().select([...result.names.values()].map(keyOfNode))
      return true
    },
    arrange: () => now().move(arranged(now().graph)),
    undo: () => store.temporal.getState().undo(),
    redo: () => store.temporal.getState().redo(),
    nudge: (x, y) => {
      const { selection, places } = now()
      const names = [...selection].filter((key) => ['nodes', 'entry'].includes(kindOf(key))).map(nameOf)
      const moved = names.map((name) => [name, { x: places[name]!.x + x, y: places[name]!.y + y }])
      if (moved.length > 0) now().move(Object.fromEntries(moved) as Record<string, Place>)
    },
  }
}

/** Entries are called by their rank: those behind one that goes take its name, and keep their place. */
function entriesMovedUp({ graph, places }: EditorState, { nodes, entries }: edits.Choice): Places {
  const left = graph.entries.filter(({ index, to }) => !entries.includes(index) && !nodes.includes(to))
  return Object.fromEntries(left.map(({ id }, i) => [`entry-${i + 1}`, places[id]!]))
}

function firstEntry(kind: 'when' | 'launch'): object {
  return kind === 'when' ? { when: [['event order.paid']] } : { launch: { cron: '0 9 * * MON' } }
}

/** What of a selection stands in the file. */
export function choiceOf(graph: CampaignGraph, selection: ReadonlySet<Key>): edits.Choice {
  return {
    nodes: graph.nodes.map(({ id }) => id).filter((id) => selection.has(keyOfNode(id))),
    edges: graph.edges.filter(({ id }) => selection.has(keyOfEdge(id))).map(({ index }) => index),
    entries: graph.entries.filter(({ id }) => selection.has(keyOfEntry(id))).map(({ index }) => index),
  }
}
