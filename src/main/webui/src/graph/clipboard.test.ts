import { describe, expect, it } from 'vitest'
import { graphOf } from './campaign'
import { copied, pasted } from './clipboard'
import { CampaignFile } from './file'

const file = CampaignFile.of(`campaign: tea
entry:
  - { when: [["event order.paid"]], to: ask }
nodes:
  ask: { actions: [{ push: { title: "Tea?", body: "{user.name}, \\"now\\"?" } }] }
  brew: {}
edges:
  - { from: ask, to: brew, when: [["after P1D"], ["count(a.b) eq 0", "always"]] }
  - { from: brew, to: brew, when: [["cron '0 9 * * *'"]] }
`)

describe('the clipboard', () => {
  it('brings nodes with the ways between them into another campaign', () => {
    const text = copied(file, { nodes: ['ask', 'brew'], edges: [], entries: [0] })
    const other = CampaignFile.of('campaign: coffee\nentry: []\nnodes:\n  brew: {}\n')
    const { file: grown, names } = pasted(other, text)!
    expect(Object.fromEntries(names)).toEqual({ ask: 'ask', brew: 'brew-2' })
    const graph = graphOf(grown)
    expect(graph.edges.map(({ id }) => id)).toEqual(['ask-brew-2', 'brew-2-brew-2'])
    expect(graph.entries.map(({ to }) => to)).toEqual(['ask'])
    expect(grown.get(['nodes', 'ask'])).toEqual(file.get(['nodes', 'ask']))
    expect(grown.get(['edges', 0, 'when'])).toEqual(file.get(['edges', 0, 'when']))
  })

  it('leaves behind ways to nodes that are not copied', () => {
    const text = copied(file, { nodes: ['ask'], edges: [0], entries: [] })
    expect(CampaignFile.of(text).get([])).toEqual({ nodes: { ask: file.get(['nodes', 'ask']) } })
  })

  it.each(['', 'hello', 'nodes: 3', '- a\n- b', 'nodes: [', '{"nodes": {}}'])(
    'takes nothing from %j',
    (text) => {
      expect(pasted(file, text)).toBeUndefined()
    },
  )
})
