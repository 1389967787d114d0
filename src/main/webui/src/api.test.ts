import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ask, session, whenSomebodyElse } from './api'

/** A service with one session at a time, whose token must come with every change. */
const service = { user: 'mia', csrf: 'one', done: 0 }
const fresh = vi.fn()

beforeEach(async () => {
  Object.assign(service, { user: 'mia', csrf: 'one', done: 0 })
  fresh.mockClear()
  whenSomebodyElse(fresh)
  vi.stubGlobal('fetch', (path: string, { headers }: { headers: Record<string, string> }) => {
    if (path === '/v1/session') return Promise.resolve(Response.json(service))
    const fits = headers['X-CSRF-Token'] === service.csrf
    if (fits) service.done++
    const refused = { type: 'urn:campanile:problem:csrf', title: 'Not from here' }
    return Promise.resolve(Response.json(fits ? {} : refused, { status: fits ? 200 : 403 }))
  })
  await session()
})

afterEach(() => vi.unstubAllGlobals())

const change = () => ask('/v1/things', { method: 'POST', body: {} })

it('goes on after the same person has signed in anew in another tab', async () => {
  service.csrf = 'two'
  await change()
  expect(service.done).toBe(1)
  expect(fresh).not.toHaveBeenCalled()
})

it('changes nothing in the name of somebody else who has signed in in another tab', async () => {
  Object.assign(service, { user: 'ben', csrf: 'two' })
  await expect(change()).rejects.toMatchObject({ status: 403 })
  expect(service.done).toBe(0)
  expect(fresh).toHaveBeenCalledOnce()
})
