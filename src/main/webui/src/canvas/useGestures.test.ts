import { renderHook } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { keyOfEdge, keyOfEntry, keyOfNode, type Line } from './model'
import { useGestures } from './useGestures'

const HANDS = { move: vi.fn(), connect: vi.fn(), lead: vi.fn(), reconnect: vi.fn(), drop: vi.fn() }
const open = vi.fn()

const ends = (source: string, target: string) => ({ source, target, sourceHandle: null, targetHandle: null })

describe('gestures', () => {
  it('are the same functions however often the canvas is drawn', () => {
    const { result, rerender } = renderHook(() => useGestures(HANDS, open))
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
  })

  it('draw edges from nodes, and lead entries', () => {
    const { onConnect } = renderHook(() => useGestures(HANDS, open)).result.current
    onConnect(ends(keyOfNode('ask'), keyOfNode('brew')))
    expect(HANDS.connect).toHaveBeenCalledExactlyOnceWith('ask', 'brew')
    onConnect(ends(keyOfEntry('entry-1'), keyOfNode('brew')))
    expect(HANDS.lead).toHaveBeenCalledExactlyOnceWith('entry-1', 'brew')
  })

  it('lead the end of an edge that was taken to another node', () => {
    const { onReconnect } = renderHook(() => useGestures(HANDS, open)).result.current
    const line = {
      id: keyOfEdge('ask-brew'),
      type: 'way',
      ...ends(keyOfNode('ask'), keyOfNode('brew')),
    } as Line
    onReconnect(line, ends(keyOfNode('ask'), keyOfNode('done')))
    expect(HANDS.reconnect).toHaveBeenLastCalledWith('ask-brew', 'to', 'done')
    onReconnect(line, ends(keyOfNode('done'), keyOfNode('brew')))
    expect(HANDS.reconnect).toHaveBeenLastCalledWith('ask-brew', 'from', 'done')
  })

  it('do nothing where one may only look', () => {
    const { onConnect } = renderHook(() => useGestures(undefined, open)).result.current
    HANDS.connect.mockClear()
    onConnect(ends(keyOfNode('ask'), keyOfNode('brew')))
    expect(HANDS.connect).not.toHaveBeenCalled()
  })
})
