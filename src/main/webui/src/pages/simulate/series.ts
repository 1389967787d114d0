import type { Funnel } from '../../api-types/simulate'

/** A funnel and where it comes from. */
export interface Series {
  name: string
  funnel: Funnel
}

/** The names that some of the funnels have, those of the first one first. */
export function names(series: Series[], of: (funnel: Funnel) => Record<string, unknown>): string[] {
  return [...new Set(series.flatMap(({ funnel }) => Object.keys(of(funnel))))]
}
