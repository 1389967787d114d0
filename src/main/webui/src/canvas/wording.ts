import type { TFunction } from 'i18next'
import type { Finding } from '../api-types/problem'
import type { Difference } from './model'
import type { Wording } from './shapes'

/** What the elements are called, in the language of whoever reads. */
export function wordingIn(t: TFunction<'canvas'>): Wording {
  const remarks = (findings: Finding[], change?: Difference) => [
    change && t(`change.${change}`),
    findings.length > 0 && t('problems.count', { count: findings.length }),
  ]
  const said = (...parts: unknown[]) => parts.filter(Boolean).join('; ')
  return {
    node: (node, findings, change) =>
      said(
        t('name.node', { id: node.id }),
        node.actions.map(({ kind, text }) => (text ? `${kind}: ${text}` : kind)).join(', '),
        node.end && t('node.end'),
        ...remarks(findings, change),
      ),
    entry: (entry, findings, change) =>
      said(
        t('name.entry', { rank: entry.index + 1, to: entry.to }),
        entry.summary,
        ...remarks(findings, change),
      ),
    edge: (edge, findings, change) =>
      said(
        t('name.edge', { rank: edge.rank, from: edge.from, to: edge.to }),
        edge.summary,
        ...remarks(findings, change),
      ),
  }
}
