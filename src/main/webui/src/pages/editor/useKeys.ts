import { useEffect } from 'react'
import { keyOfEdge, keyOfEntry, keyOfNode } from '../../canvas/model'
import { focused } from '../../canvas/focus'
import { walked, type Direction } from '../../canvas/walk'
import type { Editing } from './useHands'
import type { EditorStore } from './store'

export interface KeyActions {
  /** Only where the draft may be changed. */
  hands?: Editing
  onFind: () => void
  onKeys: () => void
  onConnect: () => void
  onAdd: () => void
  onOpen: () => void
  onShow: (key: string) => void
}

const DIRECTIONS: Record<string, Direction> = {
  ArrowDown: 'forward',
  ArrowUp: 'back',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
}
const STEP = 24

/** Keys of the whole page; fields and dialogs keep theirs. */
export function useKeys(store: EditorStore, actions: KeyActions) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target)) return
      if (event.ctrlKey || event.metaKey ? withControl(event, store, actions) : alone(event, store, actions))
        event.preventDefault()
    }
    const copying = (event: ClipboardEvent) => {
      const text = !isElsewhere(event.target) && !window.getSelection()?.toString() && actions.hands?.copy()
      if (!text) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    const pasting = (event: ClipboardEvent) => {
      if (isElsewhere(event.target)) return
      if (actions.hands?.paste(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    window.addEventListener('copy', copying)
    window.addEventListener('paste', pasting)
    return () => {
      window.removeEventListener('keydown', pressed)
      window.removeEventListener('copy', copying)
      window.removeEventListener('paste', pasting)
    }
  }, [store, actions])
}

function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') !== null
  )
}

function withControl(event: KeyboardEvent, store: EditorStore, { hands, onFind }: KeyActions): boolean {
  switch (event.key.toLowerCase()) {
    case 'k':
      onFind()
      return true
    case 'z':
      if (event.shiftKey) hands?.redo()
      else hands?.undo()
      return Boolean(hands)
    case 'y':
      hands?.redo()
      return Boolean(hands)
    case 'a':
      selectAll(store)
      return true
    default:
      return false
  }
}

function alone(event: KeyboardEvent, store: EditorStore, actions: KeyActions): boolean {
  const { hands } = actions
  const onButton = event.target instanceof Element && event.target.closest('button, a, [role="tab"]') !== null
  if (event.key in DIRECTIONS && !onButton) return arrow(event, store, actions)
  switch (event.key) {
    case ' ':
    case 'Enter':
      if (!onButton && choosesFocused(event, store)) return true
      if (event.key === ' ') return false
      if (!onButton) actions.onOpen()
      return !onButton
    case 'Delete':
    case 'Backspace':
      hands?.remove()
      return Boolean(hands)
    case 'Escape':
      store.getState().select([])
      return false
    case '/':
      actions.onFind()
      return true
    case '?':
      actions.onKeys()
      return true
    case 'n':
      if (hands) actions.onAdd()
      return Boolean(hands)
    case 'c':
      if (hands) actions.onConnect()
      return Boolean(hands)
    default:
      return false
  }
}

/** Whoever comes to an element by Tab selects it first. */
function choosesFocused({ target }: KeyboardEvent, store: EditorStore): boolean {
  const key = focused(target)
  if (!key || store.getState().selection.has(key)) return false
  store.getState().select([key])
  return true
}

function arrow(event: KeyboardEvent, store: EditorStore, { hands, onShow }: KeyActions): boolean {
  const { graph, selection } = store.getState()
  if (event.shiftKey) {
    const [x, y] = {
      ArrowDown: [0, STEP],
      ArrowUp: [0, -STEP],
      ArrowRight: [STEP, 0],
      ArrowLeft: [-STEP, 0],
    }[event.key]!
    hands?.nudge(x!, y!)
    return Boolean(hands)
  }
  const key = walked(graph, [...selection][0] ?? focused(event.target), DIRECTIONS[event.key]!)
  if (!key) return false
  store.getState().select([key])
  onShow(key)
  return true
}

function selectAll(store: EditorStore) {
  const { nodes, edges, entries } = store.getState().graph
  store
    .getState()
    .select([
      ...nodes.map(({ id }) => keyOfNode(id)),
      ...edges.map(({ id }) => keyOfEdge(id)),
      ...entries.map(({ id }) => keyOfEntry(id)),
    ])
}
