import { graphOf, listOf } from './campaign'
import { addNode, freeName, type Choice } from './edits'
import { CampaignFile } from './file'
import { isMap } from './print'

/** A part of a campaign, as it goes through the clipboard: YAML that is a part of a campaign file. */
export function copied(file: CampaignFile, { nodes, edges, entries }: Choice): string {
  const chosen = new Set(nodes)
  const graph = graphOf(file)
  const ways = graph.edges.filter((e) => edges.includes(e.index) || (chosen.has(e.from) && chosen.has(e.to)))
  const inside = ways.filter((e) => chosen.has(e.from) && chosen.has(e.to))
  const doors = graph.entries.filter((e) => entries.includes(e.index) && chosen.has(e.to))
  let part = CampaignFile.of('nodes: {}\n')
  for (const id of nodes) part = part.set(['nodes', id], file.get(['nodes', id]) ?? {})
  for (const { index } of inside) part = part.insert(['edges'], inside.length, file.get(['edges', index]))
  for (const { index } of doors) part = part.insert(['entry'], doors.length, file.get(['entry', index]))
  return part.text
}

export interface Pasted {
  file: CampaignFile
  /** Under which names the nodes stand now, by the names that they had. */
  names: Map<string, string>
}

/** Adds a copied part under names that are free; undefined where a text is no such part. */
export function pasted(file: CampaignFile, text: string): Pasted | undefined {
  const part = CampaignFile.of(text)
  const nodes = part.readable ? part.get(['nodes']) : undefined
  if (!isMap(nodes) || Object.keys(nodes).length === 0) return undefined
  const names = new Map<string, string>()
  let grown = file
  for (const [id, node] of Object.entries(nodes)) {
    const name = freeName(grown, id)
    names.set(id, name)
    grown = addNode(grown, name, node ?? {})
  }
  for (const key of ['edges', 'entry'])
    for (const way of listOf(part.get([key]))) {
      const end = listOf(grown.get([key])).length
      if (isMap(way)) grown = grown.insert([key], end, relabelled(way, names))
    }
  return { file: grown, names }
}

function relabelled(way: Record<string, unknown>, names: Map<string, string>): Record<string, unknown> {
  const name = (node: unknown) => names.get(String(node)) ?? node
  return { ...way, ...('from' in way ? { from: name(way.from) } : {}), to: name(way.to) }
}
