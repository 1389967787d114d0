import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import type { Finding } from '../../api-types/problem'
import { Waiting } from '../../app/Shell'
import { keysOf } from './completion'
import css from './editor.module.css'
import type { Pane } from './Toolbar'

const TextPane = lazy(() => import('./TextPane'))

interface Props {
  panes: ReadonlySet<Pane>
  text: string
  drl: string | undefined
  findings: Finding[]
  nodes: string[]
  goTo: { line: number; column: number } | undefined
  onType: ((text: string) => void) | undefined
  onUndo: () => void
  onRedo: () => void
}

/** The campaign as its file, and as the rules that it becomes. */
export function TextPanes({ panes, text, drl, findings, nodes, goTo, onType, onUndo, onRedo }: Props) {
  const { t } = useTranslation('canvas')
  const schema = useQuery({
    queryKey: ['schema', 'campaign'],
    queryFn: ({ signal }) => ask<unknown>('/schema/campaign.json', { signal }),
    enabled: panes.has('text'),
    staleTime: Infinity,
  })
  const keys = useMemo(() => keysOf(schema.data), [schema.data])
  const known = useMemo(() => ({ keys, nodes }), [keys, nodes])
  if (!panes.has('text') && !panes.has('rules')) return null
  return (
    <div className={css.texts}>
      {panes.has('text') && (
        <section className={css.text} aria-label={t('pane.text')}>
          <Suspense fallback={<Waiting />}>
            <TextPane label={t('pane.textOf')} {...{ text, findings, known, goTo, onType, onUndo, onRedo }} />
          </Suspense>
        </section>
      )}
      {panes.has('rules') && (
        <section className={css.text} aria-label={t('pane.rules')}>
          <Suspense fallback={<Waiting />}>
            <TextPane language="plain" label={t('pane.rulesOf')} text={drl ?? t('pane.noRules')} />
          </Suspense>
        </section>
      )}
    </div>
  )
}
