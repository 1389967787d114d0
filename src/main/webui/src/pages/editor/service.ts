import { ApiError, ask, askText } from '../../api'
import type { Finding } from '../../api-types/problem'
import type { Places } from '../../canvas/model'

const YAML = 'application/yaml'

/** A draft, as far as the editor needs it. */
export interface Draft {
  campaign: string
  text: string
  revision: number
  state: 'draft' | 'submitted'
  editedBy?: string
}

export interface Check {
  valid: boolean
  findings: Finding[]
  /** The rules, where no error is in the way. */
  drl?: string
}

export interface Change {
  element: 'frame' | 'entry' | 'node' | 'edge' | 'rank'
  name: string
  kind: 'added' | 'removed' | 'changed'
  from?: string
  to?: string
}

export interface Version {
  version: number
  open: boolean
  publishedAt: string
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

export function draft(campaign: string, signal?: AbortSignal): Promise<Draft | undefined> {
  return perhaps(ask<Draft>(`/v1/drafts/${campaign}`, { signal }))
}

/** Keeps a text: over the revision that was seen, or as the first of its campaign. */
export function keep(campaign: string, text: string, revision: number | undefined): Promise<Draft> {
  return ask<Draft>(`/v1/drafts/${campaign}`, {
    method: 'PUT',
    body: { text },
    headers: revision === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` },
  })
}

/** The file of a version; of the open one where none is named. */
export function file(campaign: string, version?: number, signal?: AbortSignal): Promise<string | undefined> {
  return perhaps(
    askText(`/v1/campaigns/${campaign}`, { query: { version }, headers: { Accept: YAML }, signal }),
  )
}

export function versions(campaign: string, signal?: AbortSignal): Promise<Version[]> {
  return ask(`/v1/campaigns/${campaign}/versions`, { signal })
}

/** What an earlier version has to do with a later one. */
export async function difference(
  campaign: string,
  from: number,
  to: number,
  signal?: AbortSignal,
): Promise<Change[]> {
  const { changes } = await ask<{ changes: Change[] }>(`/v1/campaigns/${campaign}/diff`, {
    query: { from, to },
    signal,
  })
  return changes
}

/** How a text differs from the open version. */
export async function differenceOf(text: string, signal?: AbortSignal): Promise<Change[]> {
  const { changes } = await ask<{ changes: Change[] }>('/v1/campaigns/diff', {
    method: 'POST',
    body: text,
    type: YAML,
    signal,
  })
  return changes
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
  return (await perhaps(ask<{ nodes: Places }>(`/v1/layouts/${campaign}`, { signal })))?.nodes ?? {}
}

export function keepLayout(campaign: string, nodes: Places): Promise<unknown> {
  return ask(`/v1/layouts/${campaign}`, { method: 'PUT', body: { nodes } })
}
