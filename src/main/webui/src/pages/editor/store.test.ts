import { describe, expect, it } from 'vitest'
import { handsOf } from './useHands'
import { createEditor } from './store'

const text = `campaign: tea # a drink
entry:
  - { when: [["event order.paid"]], to: ask }
nodes:
  ask: {}
  brew: {}
edges:
  - { from: ask, to: brew, when: [["after P1D"]] }
`

function editor() {
  const time = { now: 0 }
  const store = createEditor(text, {}, () => time.now)
  return {
    store,
    hands: handsOf(store),
    time,
    now: () => store.getState(),
    undo: () => store.temporal.getState().undo(),
  }
}

describe('the editor', () => {
  it('undoes and redoes one change after the other', () => {
    const { hands, now } = editor()
    hands.add('node', { x: 500, y: 500 })
    hands.connect('brew', 'node')
    hands.move({ brew: { x: 1, y: 2 } })
    expect(now().graph.edges.map(({ id }) => id)).toEqual(['ask-brew', 'brew-node'])
    hands.undo()
    expect(now().places.brew).not.toEqual({ x: 1, y: 2 })
    hands.undo()
    hands.undo()
    expect(now().text).toBe(text)
    expect(now().graph.nodes.map(({ id }) => id)).toEqual(['ask', 'brew'])
    hands.redo()
    hands.redo()
    expect(now().graph.edges.map(({ id }) => id)).toEqual(['ask-brew', 'brew-node'])
    expect(now().places.node).toEqual({ x: 500, y: 500 })
  })

  it('takes what is typed at one go as one step', () => {
    const { now, time, undo } = editor()
    for (const typed of ['c', 'ca', 'cam']) {
      time.now += 100
      now().type(typed)
    }
    time.now += 5_000
    now().type('campaign: coffee\n')
    undo()
    expect(now().text).toBe('cam')
    undo()
    expect(now().text).toBe(text)
  })

  it('shows the last graph while the text cannot be read, and lets nobody draw on it', () => {
    const { now, hands, undo } = editor()
    now().type('campaign: [')
    expect(now().broken).toBe(true)
    expect(now().graph.nodes).toHaveLength(2)
    now().select(['nodes.ask'])
    hands.remove()
    expect(now().text).toBe('campaign: [')
    undo()
    expect(now().broken).toBe(false)
    expect(now().text).toBe(text)
  })

  it('leaves a node where it is when it gets another name', () => {
    const { now } = editor()
    now().move({ ask: { x: 11, y: 22 } })
    now().select(['nodes.ask'])
    now().edit(now().file.rename(['nodes', 'ask'], 'offer').set(['entry', 0, 'to'], 'offer'))
    expect(now().places.offer).toEqual({ x: 11, y: 22 })
    expect([...now().selection]).toEqual(['nodes.offer'])
  })

  it('copies nodes with the edges between them, and pastes them under free names', () => {
    const { now, hands } = editor()
    now().select(['nodes.ask', 'nodes.brew'])
    const part = hands.copy()!
    expect(hands.paste(part)).toBe(true)
    expect(now().graph.nodes.map(({ id }) => id)).toEqual(['ask', 'brew', 'ask-2', 'brew-2'])
    expect(now().graph.edges.map(({ id }) => id)).toEqual(['ask-brew', 'ask-2-brew-2'])
    expect([...now().selection]).toEqual(['nodes.ask-2', 'nodes.brew-2'])
    expect(hands.paste('just some words')).toBe(false)
    hands.undo()
    expect(now().text).toBe(text)
  })

  it('takes nodes away with all that leads to and from them', () => {
    const { now, hands } = editor()
    now().select(['nodes.brew'])
    hands.remove()
    expect(now().graph).toMatchObject({ nodes: [{ id: 'ask', end: true }], edges: [] })
    expect(now().text).toContain('# a drink')
  })

  it('leaves entries in their places when one before them goes', () => {
    const { now, hands } = editor()
    hands.add('launch', { x: 900, y: 0 })
    expect(now().graph.entries[1]).toMatchObject({ id: 'entry-2', kind: 'launch', to: 'ask' })
    now().select(['entry.entry-1'])
    hands.remove()
    expect(now().graph.entries).toMatchObject([{ id: 'entry-1', kind: 'launch' }])
    expect(now().places['entry-1']).toEqual({ x: 900, y: 0 })
  })

  it('puts an action on the node that it is dropped on, or makes a node of it', () => {
    const { now, hands } = editor()
    hands.drop('push', { x: 0, y: 0 }, 'nodes.ask')
    expect(now().graph.nodes[0]!.actions).toMatchObject([{ kind: 'push' }])
    hands.drop('coupon', { x: 0, y: 900 }, undefined)
    expect(now().graph.nodes[2]).toMatchObject({ id: 'coupon', actions: [{ kind: 'coupon' }] })
  })

  it('takes another text as a step of its own, however soon after typing and before', () => {
    const { now, undo } = editor()
    now().type('campaign: mine\n')
    now().replace('campaign: theirs\n')
    now().type('campaign: theirs, too\n')
    undo()
    expect(now().text).toBe('campaign: theirs\n')
    undo()
    expect(now().text).toBe('campaign: mine\n')
  })

  it('takes what is filled into a form at one go as one step, and keeps the edge selected that it is about', () => {
    const { now, time, undo } = editor()
    now().select(['edge.ask-brew'])
    for (const duration of ['P1', 'P10', 'P10D']) {
      time.now += 100
      now().fill(now().file.set(['edges', 0, 'when'], [[`after ${duration}`]]))
    }
    time.now += 5_000
    now().fill(now().file.set(['edges', 0, 'to'], 'ask'))
    expect([...now().selection]).toEqual(['edge.ask-ask'])
    undo()
    expect(now().graph.edges[0]).toMatchObject({ to: 'brew', summary: 'after P10D' })
    undo()
    expect(now().text).toBe(text)
  })
})
