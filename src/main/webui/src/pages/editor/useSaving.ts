import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api'
import type { Draft } from '../../api-types/drafts'
import { forget, putAside, type Unsaved } from '../../app/unsaved'
import { keep, keptDraft } from './service'

const AFTER = 800

/** What typing on does not change. */
const GRAVE: ReadonlySet<Saving['state']> = new Set(['conflict', 'gone', 'saving'])

export type Saving =
  | { state: 'saved' | 'saving' | 'unsaved' }
  | { state: 'failed'; error: unknown }
  /** Somebody else has saved another text meanwhile. */
  | { state: 'conflict'; theirs: Draft }
  /** The draft was published or discarded elsewhere. */
  | { state: 'gone' }

interface Edited {
  campaign: string
  user: string
  text: string
  /** What the editor was opened with: the draft that was seen, if there was one. */
  begun: (Pick<Draft, 'text'> & { revision?: number }) | undefined
  initial: string
  active: boolean
  /** Hears that the editor has been left, and its last text could not be kept. */
  onLost?: () => void
}

/** Keeps the text of a draft as it changes, one request at a time, and never over what has not been seen. */
export function useSaving({ campaign, user, text, begun, initial, active, onLost }: Edited) {
  const queries = useQueryClient()
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const [drafted, setDrafted] = useState(begun !== undefined)
  const kept = useRef<Partial<Unsaved>>({ text: begun?.text ?? initial, revision: begun?.revision })
  const busy = useRef(false)
  const over = useRef(false)
  const left = useRef(false)
  const lost = useRef(onLost)
  const wanted = useRef(text)
  useEffect(() => {
    wanted.current = text
    lost.current = onLost
  }, [text, onLost])

  const save = useCallback(async () => {
    if (busy.current || over.current) return
    busy.current = true
    try {
      while (wanted.current !== kept.current.text) {
        setSaving({ state: 'saving' })
        const sent = wanted.current
        const now = await keep(campaign, sent, kept.current.revision)
        kept.current = { text: sent, revision: now.revision }
        setDrafted(true)
        queries.setQueryData(['drafts', campaign], { ...now, text: sent })
      }
      setSaving({ state: 'saved' })
      forget(user, campaign)
    } catch (error) {
      if (left.current) lost.current?.()
      setSaving(await trouble(campaign, error))
    } finally {
      busy.current = false
    }
  }, [campaign, user, queries])

  useEffect(() => {
    if (!active || text === kept.current.text) return
    setSaving((now) => (GRAVE.has(now.state) ? now : { state: 'unsaved' }))
    const timer = setTimeout(() => void save(), AFTER)
    return () => clearTimeout(timer)
  }, [text, active, save])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (active && !over.current && wanted.current !== kept.current.text) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [active])

  // Leaving the page saves what is not saved yet; it is put aside for the case that this fails.
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
      if (!active || over.current || wanted.current === kept.current.text) return
      putAside(user, campaign, { text: wanted.current, revision: kept.current.revision })
      void save()
    }
  }, [active, user, campaign, save])

  /** In a conflict: from now on, `theirs` is what has been seen. */
  const resolve = useCallback(
    (theirs: Draft, mine: boolean) => {
      kept.current = { text: theirs.text ?? '', revision: theirs.revision }
      setSaving({ state: mine ? 'unsaved' : 'saved' })
      if (mine) void save()
    },
    [save],
  )
  /** What others see of the draft: a later text than the one seen here is a conflict before anything is sent. */
  const hear = useCallback((now: Draft) => {
    if (busy.current || now.revision <= (kept.current.revision ?? 0)) return
    if (now.text === wanted.current) {
      kept.current = { text: wanted.current, revision: now.revision }
      setSaving({ state: 'saved' })
    } else setSaving({ state: 'conflict', theirs: now })
  }, [])
  /** Where the draft is gone: the text becomes a new one. */
  const beginAnew = useCallback(() => {
    kept.current = {}
    void save()
  }, [save])
  /** The draft was published or discarded here: nothing of it is to be kept any more. */
  const finish = useCallback(() => {
    over.current = true
    forget(user, campaign)
  }, [user, campaign])
  return { saving, drafted, save, resolve, hear, beginAnew, finish }
}

async function trouble(campaign: string, error: unknown): Promise<Saving> {
  if (!(error instanceof ApiError) || error.status !== 412) return { state: 'failed', error }
  try {
    const theirs = await keptDraft(campaign)
    return theirs ? { state: 'conflict', theirs } : { state: 'gone' }
  } catch (unreachable) {
    return { state: 'failed', error: unreachable }
  }
}
