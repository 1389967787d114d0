import type { TFunction } from 'i18next'
import type { Finding } from '../api-types/problem'
import type { Difference } from './model'
import type { Wording } from './shapes'

type Said<T> = (element: T, findings: Finding[], change?: Difference) => string

/** What the elements are called, in the language of whoever reads. */
export function wordingIn(t: TFunction<'canvas'>): Wording {
  const remarks = (findings: Finding[], change?: Difference) => [
    change && t(`change.${change}`),
    findings.length > 0 && t('problems.count', { count: findings.length }),
  ]
  const said = (...parts: unknown[]) => parts.filter(Boolean).join('; ')
  /** With remarks or without: what the element itself is called is found once. */
  const named = <T extends object>(name: (element: T) => string): Said<T> => {
    const names = new WeakMap<T, string>()
    return (element, findings, change) => {
      const known = names.get(element) ?? name(element)
      names.set(element, known)
      return said(known, ...remarks(findings, change))
    }
  }
  return {
    node: named((node) =>
      said(
        t('name.node', { id: node.id }),
        node.actions.map(({ kind, text }) => (text ? `${kind}: ${text}` : kind)).join(', '),
        node.end && t('node.end'),
      ),
    ),
    entry: named((entry) => said(t('name.entry', { rank: entry.index + 1, to: entry.to }), entry.summary)),
    edge: named((edge) =>
      said(t('name.edge', { rank: edge.rank, from: edge.from, to: edge.to }), edge.summary),
    ),
  }
}
