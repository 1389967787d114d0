import type { Editable } from '../../graph/editable'
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

/** All actions of a campaign by their ids: the one that is written, else the kind, counted from the second on. */
export function actionsOf(file: Editable): NamedAction[] {
  const nodes = file.get(['nodes'])
  if (!isMapping(nodes)) return []
  const seen = new Map<string, number>()
  return Object.values(nodes).flatMap((node) => {
    const items = isMapping(node) && Array.isArray(node.actions) ? node.actions : []
    return items.flatMap((item) => {
      const action = actionOf(item)
      if (!action) return []
      if (action.parameters.id !== undefined) return [{ id: String(action.parameters.id), kind: action.kind }]
      const count = (seen.get(action.kind) ?? 0) + 1
      seen.set(action.kind, count)
      return [{ id: count === 1 ? action.kind : `${action.kind}-${count}`, kind: action.kind }]
    })
  })
}

export const nodesOf = (file: Editable): string[] => {
  const nodes = file.get(['nodes'])
  return isMapping(nodes) ? Object.keys(nodes) : []
}
