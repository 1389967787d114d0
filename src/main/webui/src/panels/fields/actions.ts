import type { CampaignFile } from '../../graph/file'
import { isMapping } from './writing'

export interface NamedAction {
  id: string
  kind: string
}

/** The kind of an action as it stands in the file, and its parameters; none where it is no action. */
export function actionOf(item: unknown): { kind: string; parameters: Record<string, unknown> } | null {
  if (!isMapping(item)) return null
  const [kind, ...more] = Object.keys(item)
  if (kind === undefined || more.length > 0) return null
  const parameters = item[kind]
  return { kind, parameters: isMapping(parameters) ? parameters : {} }
}

/**
 * All actions of a campaign by their ids: the written ones, then the kinds, with the lowest number that makes them
 * free.
 */
export function actionsOf(file: CampaignFile): NamedAction[] {
  const nodes = file.get(['nodes'])
  const actions = Object.values(isMapping(nodes) ? nodes : {})
    .flatMap((node) => (isMapping(node) && Array.isArray(node.actions) ? (node.actions as unknown[]) : []))
    .flatMap((item) => actionOf(item) ?? [])
  const written = ({ parameters }: { parameters: Record<string, unknown> }) =>
    parameters.id === undefined ? undefined : String(parameters.id)
  const taken = new Set(actions.flatMap((action) => written(action) ?? []))
  return actions.map((action) => ({ id: written(action) ?? free(action.kind, taken), kind: action.kind }))
}

function free(kind: string, taken: Set<string>): string {
  let id = kind
  for (let number = 2; taken.has(id); number++) id = `${kind}-${number}`
  taken.add(id)
  return id
}

export const nodesOf = (file: CampaignFile): string[] => {
  const nodes = file.get(['nodes'])
  return isMapping(nodes) ? Object.keys(nodes) : []
}
