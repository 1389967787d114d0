import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Draft } from '../../api-types/drafts'
import { putAsideBefore } from '../../app/unsaved'
import { useSaving } from './useSaving'

/** What a service keeps of one draft, told over HTTP. */
function service() {
  const kept: { draft?: Pick<Draft, 'text' | 'revision' | 'editedBy'> } = {}
  const asked: string[] = []
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
  const write = (text: string, editedBy: string) =>
    (kept.draft = { text, revision: (kept.draft?.revision ?? 0) + 1, editedBy })
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    if (init.method === 'GET') return answer(kept.draft ? 200 : 404, kept.draft ?? {})
    const { 'If-Match': seen, 'If-None-Match': none } = init.headers as Record<string, string>
    asked.push(seen ?? none ?? '')
    const matches = kept.draft ? seen === `"${kept.draft.revision}"` : none === '*'
    if (!matches) return answer(412, { title: 'Changed meanwhile' })
    return answer(200, write((JSON.parse(init.body as string) as { text: string }).text, 'me'))
  })
  return { kept, asked, write }
}

const TEA = { campaign: 'tea', user: 'me', begun: undefined, initial: 'v0', active: true }

function editing(onLost?: () => void) {
  const queries = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  )
  return renderHook(({ text }) => useSaving({ ...TEA, text, onLost }), {
    wrapper,
    initialProps: { text: 'v0' },
  })
}

const rest = () => act(() => vi.advanceTimersByTimeAsync(1_000))

describe('saving', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    sessionStorage.clear()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('begins a draft with the first change, and goes on from what was kept', async () => {
    const { kept, asked } = service()
    const { result, rerender } = editing()
    await rest()
    expect(asked).toEqual([])
    rerender({ text: 'v1' })
    expect(result.current.saving.state).toBe('unsaved')
    await rest()
    expect(result.current).toMatchObject({ saving: { state: 'saved' }, drafted: true })
    rerender({ text: 'v2' })
    rerender({ text: 'v3' })
    await rest()
    expect(kept.draft).toMatchObject({ text: 'v3', revision: 2 })
    expect(asked).toEqual(['*', '"1"'])
  })

  it('never writes over what somebody else has written, unless told to', async () => {
    const { kept, write } = service()
    const { result, rerender } = editing()
    rerender({ text: 'mine' })
    await rest()
    write('theirs', 'ann')
    rerender({ text: 'mine, longer' })
    await rest()
    const { saving } = result.current
    expect(saving).toMatchObject({ state: 'conflict', theirs: { text: 'theirs', editedBy: 'ann' } })
    expect(kept.draft!.text).toBe('theirs')
    if (saving.state === 'conflict') act(() => result.current.resolve(saving.theirs, true))
    await rest()
    expect(result.current.saving.state).toBe('saved')
    expect(kept.draft!.text).toBe('mine, longer')
  })

  it('takes theirs, and goes on from there', async () => {
    const { kept, write } = service()
    const { result, rerender } = editing()
    write('theirs', 'ann')
    rerender({ text: 'mine' })
    await rest()
    const { saving } = result.current
    if (saving.state === 'conflict') act(() => result.current.resolve(saving.theirs, false))
    rerender({ text: 'theirs' })
    await rest()
    expect(result.current.saving.state).toBe('saved')
    rerender({ text: 'theirs and mine' })
    await rest()
    expect(kept.draft).toMatchObject({ text: 'theirs and mine', revision: 2 })
  })

  it('says that nothing is kept while the service is away, and keeps it on trying again', async () => {
    const { kept } = service()
    const answering = globalThis.fetch
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    const { result, rerender } = editing()
    rerender({ text: 'v1' })
    await rest()
    expect(result.current.saving.state).toBe('failed')
    vi.stubGlobal('fetch', answering)
    await act(() => result.current.save())
    expect(result.current.saving.state).toBe('saved')
    expect(kept.draft!.text).toBe('v1')
  })

  it('tells one of two editors that the other was faster, before it writes over that', async () => {
    const { kept } = service()
    const [ann, ben] = [editing(), editing()]
    ann.rerender({ text: 'of ann' })
    await rest()
    act(() => ben.result.current.hear(kept.draft as Draft))
    expect(ben.result.current.saving).toMatchObject({ state: 'conflict', theirs: { text: 'of ann' } })
    ben.rerender({ text: 'of ben' })
    await rest()
    expect(ben.result.current.saving.state).toBe('conflict')
    expect(kept.draft).toMatchObject({ text: 'of ann', revision: 1 })
  })

  it('goes on where the other one has written the same', async () => {
    const { kept, asked } = service()
    const [ann, ben] = [editing(), editing()]
    ann.rerender({ text: 'same' })
    await rest()
    ben.rerender({ text: 'same' })
    act(() => ben.result.current.hear(kept.draft as Draft))
    await rest()
    ben.rerender({ text: 'same, longer' })
    await rest()
    expect(ben.result.current.saving.state).toBe('saved')
    expect(asked).toEqual(['*', '"1"'])
  })

  it('makes a new draft of a text whose draft was published or discarded elsewhere', async () => {
    const { kept, asked } = service()
    const { result, rerender } = editing()
    rerender({ text: 'v1' })
    await rest()
    kept.draft = undefined
    rerender({ text: 'v2' })
    await rest()
    expect(result.current.saving.state).toBe('gone')
    act(() => result.current.beginAnew())
    await rest()
    expect(result.current.saving.state).toBe('saved')
    expect(asked).toEqual(['*', '"1"', '*'])
  })

  it('puts aside what could not be kept on leaving, and says so', async () => {
    const { kept, write } = service()
    const onLost = vi.fn()
    const { rerender, unmount } = editing(onLost)
    write('theirs', 'ann')
    rerender({ text: 'mine' })
    unmount()
    await rest()
    expect(onLost).toHaveBeenCalledOnce()
    expect(kept.draft!.text).toBe('theirs')
    expect(putAsideBefore('me', 'tea')).toEqual({ text: 'mine' })
    expect(putAsideBefore('ann', 'tea')).toBeUndefined()
  })

  it('puts nothing aside that was kept on leaving, or that nobody wants any more', async () => {
    const { kept } = service()
    const saved = editing()
    saved.rerender({ text: 'v1' })
    saved.unmount()
    await rest()
    expect(kept.draft!.text).toBe('v1')
    const discarded = editing()
    discarded.rerender({ text: 'v2' })
    act(() => discarded.result.current.finish())
    discarded.unmount()
    await rest()
    expect(kept.draft!.text).toBe('v1')
    expect(putAsideBefore('me', 'tea')).toBeUndefined()
  })
})
