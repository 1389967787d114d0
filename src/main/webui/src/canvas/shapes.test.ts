import { describe, expect, it } from 'vitest'
import type { Finding } from '../api-types/problem'
import { graphOf } from '../graph/campaign'
import { CampaignFile } from '../graph/file'
import { renameNode } from '../graph/edits'
import { arranged, completed, free } from './arrange'
import { changesOf, together } from './changes'
import { WIDTH } from './model'
import { lanesOf } from './lanes'
import { linesOf, shapesOf, type Remarks, type Wording } from './shapes'
import { walked } from './walk'

const file = CampaignFile.of(`campaign: tea
entry:
  - { when: [["event order.paid"]], to: ask }
nodes:
  ask: { actions: [{ push: { title: "Tea?" } }] }
  brew: {}
  done: {}
edges:
  - { from: ask, to: brew, when: [["event tea.yes"], ["after PT1M", "always"]] }
  - { from: ask, to: brew, when: [["after P1D"]] }
  - { from: brew, to: ask, when: [["event tea.again"]] }
  - { from: ask, to: ask, when: [["event tea.what"]] }
  - { from: ask, to: ask, when: [["event tea.why"]] }
  - { from: brew, to: done, when: [["after PT4M"]] }
  - { from: brew, to: nowhere, when: [["after PT9M"]] }
`)
const graph = graphOf(file)
const finding: Finding = { severity: 'error', line: 1, column: 1, message: 'Expected tea, but got coffee.' }
const places = arranged(graph)
const none: Remarks = { findings: new Map(), changes: new Map() }
const wording: Wording = {
  node: ({ id }, findings) => `node ${id} ${findings.length}`,
  entry: ({ id }) => id,
  edge: ({ id }) => id,
}

describe('what is drawn of a campaign', () => {
  const shapes = shapesOf(graph, {}, none, wording, [])
  const lines = linesOf(graph, lanesOf(graph, places), none, wording, [])

  it('has a shape for each node and entry, and a line for each way between nodes that there are', () => {
    expect(shapes.map(({ id }) => id)).toEqual(['entry.entry-1', 'nodes.ask', 'nodes.brew', 'nodes.done'])
    expect(lines.map(({ id }) => id)).toEqual([
      'arrow.entry-1',
      'edge.ask-brew',
      'edge.ask-brew-2',
      'edge.brew-ask',
      'edge.ask-ask',
      'edge.ask-ask-2',
      'edge.brew-done',
    ])
  })

  it('draws no two edges between the same nodes on each other', () => {
    const lane = (id: string) => lines.find((line) => line.id === `edge.${id}`)!.data!.lane
    expect(lane('ask-brew')).not.toBe(lane('ask-brew-2'))
    expect(lane('ask-ask')).not.toBe(lane('ask-ask-2'))
    expect(Math.min(Number(lane('ask-ask')), Number(lane('ask-ask-2')))).toBeGreaterThan(0)
    expect(lane('brew-done')).toBe(0)
  })

  it('leads an edge around a node that lies between', () => {
    const row = {
      'entry-1': { x: 0, y: -200 },
      brew: { x: 0, y: 0 },
      ask: { x: 0, y: 150 },
      done: { x: 0, y: 300 },
    }
    expect(lanesOf(graph, row).get('brew-done')).not.toBe(0)
    expect(lanesOf(graph, { ...row, ask: { x: 900, y: 150 } }).get('brew-done')).toBe(0)
  })

  it('says which edge is tried first, and when it is taken', () => {
    const edge = lines.find(({ id }) => id === 'edge.ask-brew')!
    expect(edge.data).toMatchObject({
      siblings: 4,
      edge: { rank: 1, summary: 'event tea.yes and (after PT1M or always)' },
    })
  })

  it('draws nothing anew that has not changed', () => {
    const marked: Remarks = { ...none, findings: new Map([['nodes.brew', [finding]]]) }
    const after = shapesOf(graphOf(CampaignFile.of(file.text)), {}, marked, wording, shapes)
    const same = after.filter((shape, i) => shape === shapes[i]).map(({ id }) => id)
    expect(same).toEqual(['entry.entry-1', 'nodes.ask', 'nodes.done'])
    expect(after.find(({ id }) => id === 'nodes.brew')!.data.findings).toEqual([finding])
    expect(
      linesOf(graph, lanesOf(graph, places), none, wording, lines).every((line, i) => line === lines[i]),
    ).toBe(true)
  })

  it('leaves what is being dragged where the hand is', () => {
    const held = shapes.map((shape) => ({
      ...shape,
      dragging: shape.id === 'nodes.ask',
      position: { x: 7, y: 7 },
    }))
    const after = shapesOf(graph, {}, none, wording, held)
    expect(after.find(({ id }) => id === 'nodes.ask')!.position).toEqual({ x: 7, y: 7 })
    expect(after.find(({ id }) => id === 'nodes.brew')!.position).toEqual({ x: 0, y: 0 })
  })
})

describe('places', () => {
  it('are arranged so that no two nodes are on each other', () => {
    const places = Object.entries(arranged(graph))
    expect(places.map(([id]) => id).sort()).toEqual(['ask', 'brew', 'done', 'entry-1'])
    for (const [a, one] of places)
      for (const [b, other] of places)
        if (a !== b) expect(Math.abs(one.x - other.x) >= WIDTH || Math.abs(one.y - other.y) >= 40).toBe(true)
    const y = Object.fromEntries(places.map(([id, place]) => [id, place.y]))
    expect(y['entry-1']!).toBeLessThan(y.ask!)
  })

  it('stay as they are known, and one that is missing is put below where one comes from', () => {
    const known = { 'entry-1': { x: 0, y: 0 }, ask: { x: 0, y: 150 }, brew: { x: 0, y: 300 } }
    const all = completed(graph, known)
    expect(all).toMatchObject(known)
    expect(all.done!.y).toBeGreaterThan(300)
    expect(completed(graph, all)).toBe(all)
  })

  it('are never taken twice', () => {
    expect(free({ a: { x: 0, y: 0 } }, { x: 10, y: 10 })).toEqual({ x: 274, y: 10 })
    expect(free({}, { x: 10.4, y: 10 })).toEqual({ x: 10, y: 10 })
  })
})

describe('going along the graph', () => {
  it('leads from the entry over edges to nodes and back', () => {
    expect(walked(graph, undefined, 'forward')).toBe('entry.entry-1')
    expect(walked(graph, 'entry.entry-1', 'forward')).toBe('nodes.ask')
    expect(walked(graph, 'nodes.ask', 'forward')).toBe('edge.ask-brew')
    expect(walked(graph, 'edge.ask-brew', 'next')).toBe('edge.ask-brew-2')
    expect(walked(graph, 'edge.ask-brew', 'previous')).toBe('edge.ask-ask-2')
    expect(walked(graph, 'edge.ask-brew', 'forward')).toBe('nodes.brew')
    expect(walked(graph, 'nodes.done', 'forward')).toBeUndefined()
    expect(walked(graph, 'nodes.done', 'back')).toBe('edge.brew-done')
  })
})

describe('differences', () => {
  it('mark what is new and what has changed, and bring back what is gone', () => {
    const now = graphOf(renameNode(file, 'done', 'over'))
    const changes = changesOf([
      { element: 'node', name: 'done', kind: 'removed' },
      { element: 'node', name: 'over', kind: 'added' },
      { element: 'edge', name: 'brew-done', kind: 'removed' },
      { element: 'edge', name: 'brew-over', kind: 'added' },
      { element: 'frame', name: 'name', kind: 'changed' },
    ])
    const both = together(now, graph, changes)
    expect(both.nodes.map(({ id }) => id)).toEqual(['ask', 'brew', 'over', 'done'])
    expect(both.edges.find(({ id }) => id === 'brew-done')).toMatchObject({ index: -1, to: 'done' })
    const shapes = shapesOf(both, {}, { findings: new Map(), changes }, wording, [])
    expect(shapes.find(({ id }) => id === 'nodes.over')!.data.change).toBe('added')
    expect(shapes.find(({ id }) => id === 'nodes.done')!.data.change).toBe('removed')
  })
})
