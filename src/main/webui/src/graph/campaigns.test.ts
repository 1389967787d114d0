import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { graphOf } from './campaign'
import { addAction, addEdge, addEntry, addNode, rankEdge, removeAll, renameNode } from './edits'
import { CampaignFile } from './file'

const ROOT = join(__dirname, '../../../../..')
const FOLDERS = ['campaigns', 'docs/tour', 'src/main/resources/starters']

/** Every campaign that comes with the product, as it stands on the disk. */
const files = FOLDERS.flatMap((folder) => {
  const path = join(ROOT, folder)
  return listed(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(path, name), 'utf8') }))
}).filter(({ text }) => /^campaign:/m.test(text) && /^nodes:/m.test(text))

function listed(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

const none = { nodes: [], edges: [], entries: [] }

describe.each(files)('$name', ({ text }) => {
  const file = CampaignFile.of(text)
  const graph = graphOf(file)
  const first = graph.nodes[0]!.id

  it('is drawn whole', () => {
    expect(file.readable).toBe(true)
    expect(graph.nodes.length).toBeGreaterThan(0)
    expect(graph.entries.length).toBeGreaterThan(0)
    const names = new Set(graph.nodes.map(({ id }) => id))
    for (const { from, to } of graph.edges) expect([from, to].every((one) => names.has(one))).toBe(true)
    expect(new Set(graph.edges.map(({ id }) => id)).size).toBe(graph.edges.length)
  })

  it('is the same text when everything is written back', () => {
    const all = file.get([]) as Record<string, unknown>
    const written = Object.entries(all).reduce(
      (one, [key, value]) => one.set([key], structuredClone(value)),
      file,
    )
    expect(written.text).toBe(text)
  })

  it('is the same text after a node was added and removed', () => {
    const added = addNode(file, 'one-more', { actions: [{ log: { text: 'Hi there, "you"' } }] })
    expect(graphOf(added).nodes.map(({ id }) => id)).toContain('one-more')
    expect(removeAll(added, { ...none, nodes: ['one-more'] }).text).toBe(text)
  })

  it('is the same text after every node was renamed and renamed back', () => {
    for (const { id } of graph.nodes) {
      const renamed = renameNode(file, id, 'another-name')
      expect(JSON.stringify(graphOf(renamed).edges)).not.toContain(`"${id}"`)
      expect(graphOf(renamed).entries.map(({ to }) => to)).not.toContain(id)
      expect(renameNode(renamed, 'another-name', id).text).toBe(text)
    }
  })

  it('is the same text after an edge was added and removed', () => {
    const added = addEdge(file, first, first)
    const edge = graphOf(added).edges.find((one) => one.id.startsWith(`${first}-${first}`))!
    expect(edge.summary).toBe('after P1D')
    expect(removeAll(added, { ...none, edges: [edge.index] }).text).toBe(text)
  })

  it('is the same text after every edge was ranked down and up', () => {
    for (const { index, from } of graph.edges) {
      const next = graph.edges.find((one) => one.from === from && one.index > index)
      if (next) expect(rankEdge(rankEdge(file, index, 1), next.index, -1).text).toBe(text)
    }
  })

  it('is the same text after an entry and an action were added and removed', () => {
    const entry = addEntry(file, first)
    expect(removeAll(entry, { ...none, entries: [graph.entries.length] }).text).toBe(text)
    for (const { id, actions } of graph.nodes) {
      if (actions.length === 0) continue
      const added = addAction(file, id, 'push', { title: 'A gift', body: 'Hi {user.name}' })
      expect(graphOf(added).nodes.find((node) => node.id === id)!.actions).toHaveLength(actions.length + 1)
      expect(added.remove(['nodes', id, 'actions', actions.length]).text).toBe(text)
    }
  })

  it('keeps every other line when a node is taken away', () => {
    for (const { id } of graph.nodes) {
      const less = removeAll(file, { ...none, nodes: [id] })
      expect(less.readable).toBe(true)
      expect(graphOf(less).nodes.map((node) => node.id)).not.toContain(id)
      const lines = new Set(text.split('\n').map((line) => line.trim()))
      const emptied = [
        ...(graph.entries.every(({ to }) => to === id) ? ['entry: []'] : []),
        ...(graph.nodes.length === 1 ? ['nodes: {}'] : []),
      ]
      expect(less.text.split('\n').filter((line) => !lines.has(line.trim()))).toEqual(emptied)
    }
  })

  it('says the same as JSON, and as JSON keeps its form', () => {
    const json = CampaignFile.of(JSON.stringify(file.get([]), null, 2) + '\n')
    expect(graphOf(json)).toEqual(graph)
    const added = addEdge(addNode(json, 'one-more'), 'one-more', first)
    expect(JSON.parse(added.text)).toEqual(added.get([]))
    expect(removeAll(added, { ...none, nodes: ['one-more'] }).text).toBe(json.text)
  })
})

it('there are campaigns to test with', () => expect(files.length).toBeGreaterThanOrEqual(6))
