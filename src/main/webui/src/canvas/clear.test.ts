import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { graphOf, type CampaignGraph } from '../graph/campaign'
import { CampaignFile } from '../graph/file'
import { arranged } from './arrange'
import { lanesOf } from './lanes'
import { heightOf, labelOf, WIDTH, type Place, type Places, type Size } from './model'
import { wayOf } from './paths'

const ROOT = join(__dirname, '../../../../..')

/** What comes with the product to begin with. */
const campaigns = ['campaigns', 'src/main/resources/starters'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(ROOT, folder, name), 'utf8') }))
    .filter(({ text }) => /^nodes:/m.test(text)),
)

interface Box extends Size {
  of: string
  /** Its middle. */
  x: number
  y: number
}

function standing(graph: CampaignGraph, places: Places): Box[] {
  const box = (id: string, height: number): Box => ({
    of: id,
    x: places[id]!.x + WIDTH / 2,
    y: places[id]!.y + height / 2,
    width: WIDTH,
    height,
  })
  return [
    ...graph.entries.map(({ id }) => box(id, 60)),
    ...graph.nodes.map((node) => box(node.id, heightOf(node))),
  ]
}

function written(graph: CampaignGraph, places: Places, nodes: Box[]): Box[] {
  const lanes = lanesOf(graph, places)
  const end = (id: string, side: 1 | -1): Place => {
    const { x, y, height } = nodes.find(({ of }) => of === id)!
    return { x, y: y + (side * height) / 2 }
  }
  return graph.edges.map((edge) => {
    const { id, from, to } = edge
    const { label } = wayOf(end(from, 1), end(to, -1), lanes.get(id)!, from === to)
    return { of: id, ...label, ...labelOf(edge) }
  })
}

function meet(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
}

describe('arranged', () => {
  it.each(campaigns)('$name has nothing written on anything else', ({ text }) => {
    const graph = graphOf(CampaignFile.of(text))
    const places = arranged(graph)
    const nodes = standing(graph, places)
    const labels = written(graph, places, nodes)
    const all = [...nodes, ...labels]
    const met = labels.flatMap((label) =>
      all.filter((one) => one !== label && meet(one, label)).map(({ of }) => `${label.of} on ${of}`),
    )
    expect(met).toEqual([])
  })
})
