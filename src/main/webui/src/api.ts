import type { Cell, Site, TriggerForms } from './api-types/cells'
import type { Problem } from './api-types/problem'
import type { Vocabulary } from './api-types/vocabulary'
import type { Session, SignIn } from './api-types/session'

/** The service refused a request, or could not be reached (status 0). */
export class ApiError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.problem = problem
  }
  get status(): number {
    return this.problem.status
  }
}

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  query?: Record<string, string | number | boolean | undefined>
  /** Sent as JSON, unless `type` says what the text is. */
  body?: unknown
  type?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** After so long without a hand at the page, what it asks is no use of the session. */
const ATTENDED_MS = 60_000

let csrf: string | null = null
let user: string | null = null
let onSomebodyElse: () => void = () => location.reload()
let onSignedOut: () => void = () => {}

let touched = Date.now()
for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus']) {
  globalThis.addEventListener?.(sign, () => (touched = Date.now()), { capture: true, passive: true })
}

/** Tells when a session has ended without having been asked to. */
export function whenSignedOut(then: () => void): void {
  onSignedOut = then
}

/** What to do when somebody else has signed in in another tab: by default the page is loaded anew. */
export function whenSomebodyElse(then: () => void): void {
  onSomebodyElse = then
}

/** Asks the service, and reads JSON; undefined where there is no content. */
export async function ask<T>(path: string, request: Request = {}): Promise<T> {
  const response = await send(path, {
    ...request,
    headers: { Accept: 'application/json', ...request.headers },
  })
  return (response.status === 204 || response.status === 202 ? undefined : await json(response)) as T
}

/** Asks the service, and reads text. */
export async function askText(path: string, request: Request = {}): Promise<string> {
  return (await send(path, request)).text()
}

/** Asks the service, and leaves the answer to the caller: for headers such as ETag. */
export async function send(path: string, request: Request = {}): Promise<Response> {
  const response = await reach(path, request)
  if (response.ok) return response
  if (response.status === 401 && path !== '/v1/session') onSignedOut()
  const told = await problem(response)
  if (told.type.endsWith(':csrf') && (await renewed())) return again(path, request)
  throw new ApiError(told)
}

async function again(path: string, request: Request): Promise<Response> {
  const response = await reach(path, request)
  if (response.ok) return response
  throw new ApiError(await problem(response))
}

/** Whether the same person has begun another session in another tab; for another person the page begins anew. */
async function renewed(): Promise<boolean> {
  const [before, token] = [user, csrf]
  const now = await session()
  if (now.user !== before) onSomebodyElse()
  return now.user === before && csrf !== token
}

async function reach(path: string, request: Request): Promise<Response> {
  try {
    return await fetch(address(path, request.query), {
      method: request.method ?? 'GET',
      headers: headers(request),
      body: body(request),
      credentials: 'same-origin',
      signal: request.signal,
    })
  } catch (cause) {
    if (request.signal?.aborted) throw cause
    throw new ApiError({
      type: 'about:blank',
      title: 'Unreachable',
      status: 0,
      detail: 'The service cannot be reached.',
    })
  }
}

/** Whether a stream is heard, is lost for now, or is over with the session. */
export type StreamState = 'open' | 'lost' | 'over'

/** Listens to server-sent events; returns what ends it. Where it is lost, the browser may connect again by itself. */
export function stream<T>(
  path: string,
  onMessage: (data: T) => void,
  onState: (state: StreamState) => void,
): () => void {
  const source = new EventSource(path)
  let ended = false
  source.onopen = () => onState('open')
  source.onerror = () => {
    onState('lost')
    // It was refused, and browsers do not tell why.
    if (source.readyState === EventSource.CLOSED)
      void isSignedOut().then((over) => over && !ended && onState('over'))
  }
  source.onmessage = (message) => onMessage(JSON.parse(message.data) as T)
  return () => {
    ended = true
    source.close()
  }
}

/** Whether there is no session any more; if so, the page hears of it. */
async function isSignedOut(): Promise<boolean> {
  try {
    await ask<Session>('/v1/session')
    return false
  } catch (error) {
    const over = error instanceof ApiError && error.status === 401
    if (over) onSignedOut()
    return over
  }
}

/** Who is signed in. */
export async function session(): Promise<Session> {
  return remember(await ask<Session>('/v1/session'))
}

export async function signIn(user: string, password: string): Promise<Session> {
  return remember(await ask<Session>('/v1/session', { method: 'POST', body: { user, password } }))
}

/** How one may sign in, besides by a password. */
export async function waysIn(): Promise<SignIn> {
  try {
    return await ask<SignIn>('/v1/session')
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return error.problem as SignIn
    throw error
  }
}

/** Ends all sessions but the one that the answer begins. */
export async function changePassword(old: string, next: string): Promise<Session> {
  return remember(await ask<Session>('/v1/session/password', { method: 'PUT', body: { old, new: next } }))
}

export async function signOut(): Promise<void> {
  await ask('/v1/session', { method: 'DELETE' })
  csrf = null
}

/** Cells in both of their forms, as they would be read at a place. */
export function readCells(cells: unknown[], where: Site): Promise<Cell[]> {
  return ask<Cell[]>('/v1/cells', { method: 'POST', body: { cells, where } })
}

/** A trigger as one Boolean text and in rows of cells. */
export function readTrigger(trigger: unknown, where: Site): Promise<TriggerForms> {
  return ask<TriggerForms>('/v1/triggers', { method: 'POST', body: { trigger, where } })
}

/** The names that may stand in campaigns, for completion. */
export function vocabulary(): Promise<Vocabulary> {
  return ask<Vocabulary>('/v1/vocabulary')
}

function remember(found: Session): Session {
  csrf = found.csrf ?? null
  user = found.user
  return found
}

function address(path: string, query: Request['query']): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `${path}?${text}` : path
}

function headers(request: Request): Record<string, string> {
  const type = request.type ?? (request.body === undefined ? undefined : 'application/json')
  return {
    ...(type ? { 'Content-Type': type } : {}),
    ...(Date.now() - touched > ATTENDED_MS ? { 'X-Unattended': '1' } : {}),
    ...(csrf && (request.method ?? 'GET') !== 'GET' ? { 'X-CSRF-Token': csrf } : {}),
    ...request.headers,
  }
}

function body(request: Request): BodyInit | undefined {
  if (request.body === undefined) return undefined
  return request.type ? (request.body as BodyInit) : JSON.stringify(request.body)
}

async function json(response: Response): Promise<unknown> {
  const text = await response.text()
  return text ? JSON.parse(text) : undefined
}

async function problem(response: Response): Promise<Problem> {
  const bare: Problem = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: '',
  }
  try {
    const told = (await json(response)) as Partial<Problem> | undefined
    return { ...bare, ...told, status: response.status }
  } catch {
    return bare
  }
}
