import { ApiError, ask } from '../../api'
import type { Change, Diff } from '../../api-types/campaigns'
import type { Draft } from '../../api-types/drafts'
import type { Finding } from '../../api-types/problem'
import type { Places } from '../../canvas/model'
import { draft, file, YAML } from '../../panels/publish/requests'

export interface Check {
  valid: boolean
  findings: Finding[]
  /** The rules, where no error is in the way. */
  drl?: string
}

/** The answer, or undefined where there is no such thing. */
async function perhaps<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}

export const keptDraft = (campaign: string, signal?: AbortSignal) => perhaps(draft(campaign, signal))

/** The file of a version, of the open one where none is named; null where there is none. */
export const fileOf = async (campaign: string, version?: number) =>
  (await perhaps(file(campaign, version))) ?? null

/** Keeps a text: over the revision that was seen, or as the first of its campaign. */
export function keep(campaign: string, text: string, revision: number | undefined): Promise<Draft> {
  return ask<Draft>(`/v1/drafts/${encodeURIComponent(campaign)}`, {
    method: 'PUT',
    body: { text },
    headers: revision === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` },
  })
}

/** How a text differs from the open version. */
export async function differenceOf(text: string, signal?: AbortSignal): Promise<Change[]> {
  return (await ask<Diff>('/v1/campaigns/diff', { method: 'POST', body: text, type: YAML, signal })).changes
}

export function check(text: string, signal?: AbortSignal): Promise<Check> {
  return ask('/v1/campaigns/check', {
    method: 'POST',
    query: { translate: true },
    body: text,
    type: YAML,
    signal,
  })
}

export async function layout(campaign: string, signal?: AbortSignal): Promise<Places> {
  const found = ask<{ nodes: Places }>(`/v1/layouts/${encodeURIComponent(campaign)}`, { signal })
  return (await perhaps(found))?.nodes ?? {}
}

/** Those of whom nothing is said stay where they are. */
export function moveNodes(campaign: string, nodes: Places): Promise<unknown> {
  return ask(`/v1/layouts/${encodeURIComponent(campaign)}`, { method: 'PATCH', body: { nodes } })
}
