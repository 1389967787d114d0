import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { keyOfEntry, keyOfNode, kindOf, nameOf, type Key } from '../../canvas/model'
import type { EditorStore } from './store'

/** Brings elements into view, and the keyboard to them. */
export function useShowing(store: EditorStore) {
  const flow = useReactFlow()
  return useMemo(() => {
    const area = () => document.querySelector('.react-flow')?.getBoundingClientRect()

    /** Shows an element, and puts the focus on it. */
    const show = (key: Key) => {
      const nodes = shownFor(store, key).map((id) => ({ id }))
      const zoom = flow.getZoom()
      void flow
        .fitView({ nodes, minZoom: Math.min(zoom, 1), maxZoom: Math.max(zoom, 0.6), padding: 0.3 })
        .then(() =>
          requestAnimationFrame(() => {
            const found = document.querySelector<HTMLElement>(`.react-flow [data-id="${CSS.escape(key)}"]`)
            found?.focus({ preventScroll: true })
          }),
        )
    }

    /** The middle of what is seen. */
    const centre = () => {
      const seen = area()
      return seen
        ? flow.screenToFlowPosition({ x: seen.x + seen.width / 2 - 112, y: seen.y + seen.height / 2 - 30 })
        : { x: 0, y: 0 }
    }

    /** Puts the focus into the form of what is selected. */
    const openPanel = () =>
      document
        .querySelector<HTMLElement>('#panel input, #panel textarea, #panel button, #panel select')
        ?.focus()

    return { show, centre, openPanel }
  }, [flow, store])
}

/** The nodes that must be seen for an element to be seen. */
function shownFor(store: EditorStore, key: Key): Key[] {
  const { edges } = store.getState().graph
  const edge = kindOf(key) === 'edge' ? edges.find(({ id }) => id === nameOf(key)) : undefined
  if (edge) return [keyOfNode(edge.from), keyOfNode(edge.to)]
  return [kindOf(key) === 'entry' ? keyOfEntry(nameOf(key)) : key]
}
