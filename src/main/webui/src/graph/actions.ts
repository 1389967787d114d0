import { isMap } from './print'

/** An action as it stands in the file. */
export interface WrittenAction {
  kind: string
  parameters: Record<string, unknown>
}

export interface NamedAction extends WrittenAction {
  /** Its parameter `id`, else its kind, numbered where that is taken. */
  id: string
}

/** What stands in a list of actions; none where it is no action. */
export function actionOf(item: unknown): WrittenAction | null {
  const [kind, ...more] = isMap(item) ? Object.keys(item) : []
  if (kind === undefined || more.length > 0) return null
  const parameters = (item as Record<string, unknown>)[kind]
  return { kind, parameters: isMap(parameters) ? parameters : {} }
}

/**
 * The actions of all nodes of a campaign, by the ids that the service gives them: those that are written go first,
 * so that none that is found takes one of them.
 */
export function actionsOf(nodes: unknown): Map<string, NamedAction[]> {
  const written = Object.entries(isMap(nodes) ? nodes : {}).map(
    ([id, node]) => [id, writtenIn(node)] as const,
  )
  const taken = new Set(written.flatMap(([, actions]) => actions.flatMap((action) => idOf(action) ?? [])))
  const named = (action: WrittenAction): NamedAction => ({
    ...action,
    id: idOf(action) ?? free(action.kind, taken),
  })
  return new Map(written.map(([id, actions]) => [id, actions.map(named)]))
}

function writtenIn(node: unknown): WrittenAction[] {
  const actions = isMap(node) && Array.isArray(node.actions) ? (node.actions as unknown[]) : []
  return actions.flatMap((item) => actionOf(item) ?? [])
}

function idOf({ parameters: { id } }: WrittenAction): string | undefined {
  return id === undefined || id === null || id === '' ? undefined : String(id)
}

function free(kind: string, taken: Set<string>): string {
  let id = kind
  for (let number = 2; taken.has(id); number++) id = `${kind}-${number}`
  taken.add(id)
  return id
}
