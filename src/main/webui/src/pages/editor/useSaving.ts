import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api'
import type { Draft } from '../../api-types/drafts'
import { keep, keptDraft } from './service'

const AFTER = 800

export type Saving =
  | { state: 'saved' | 'saving' | 'unsaved' }
  | { state: 'failed'; error: unknown }
  /** Somebody else has saved another text meanwhile. */
  | { state: 'conflict'; theirs: Draft }

/** Keeps the text of a draft as it changes, one request at a time, and never over what has not been seen. */
export function useSaving(
  campaign: string,
  text: string,
  begun: Draft | undefined,
  initial: string,
  active: boolean,
) {
  const queries = useQueryClient()
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const [drafted, setDrafted] = useState(begun !== undefined)
  const kept = useRef({ text: begun?.text ?? initial, revision: begun?.revision })
  const busy = useRef(false)
  const wanted = useRef(text)
  useEffect(() => {
    wanted.current = text
  }, [text])

  const save = useCallback(async () => {
    if (busy.current) return
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
    } catch (error) {
      setSaving(await trouble(campaign, error))
    } finally {
      busy.current = false
    }
  }, [campaign, queries])

  useEffect(() => {
    if (!active || text === kept.current.text) return
    setSaving((now) => (now.state === 'conflict' || now.state === 'saving' ? now : { state: 'unsaved' }))
    const timer = setTimeout(() => void save(), AFTER)
    return () => clearTimeout(timer)
  }, [text, active, save])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (active && wanted.current !== kept.current.text) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [active])

  // Leaving the page for another one of the Application saves what is not saved yet.
  useEffect(() => () => void (active && save()), [active, save])

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
  return { saving, drafted, save, resolve, hear }
}

async function trouble(campaign: string, error: unknown): Promise<Saving> {
  if (!(error instanceof ApiError) || error.status !== 412) return { state: 'failed', error }
  try {
    const theirs = await keptDraft(campaign)
    return theirs ? { state: 'conflict', theirs } : { state: 'failed', error }
  } catch (unreachable) {
    return { state: 'failed', error: unreachable }
  }
}
