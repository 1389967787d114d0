/** Where a cell stands: decides which conditions have a meaning there. */
export type Site = 'audience' | 'entry' | 'edge' | 'goal' | 'exit'

/** What is wrong with a cell. */
export interface CellProblem {
  /** The part of the object form, such as `where[0][1].value`; empty for the whole. */
  element: string
  /** How many characters of the text form stand before it. */
  offset: number
  message: string
  advice: string
}

/** A cell as the service reads it; text and object are missing where it does not read. */
export interface Cell {
  text?: string
  object?: Record<string, unknown>
  kind?: 'happening' | 'deadline' | 'standing'
  problems: CellProblem[]
}

/** A trigger in both of its forms; rows are missing where none mean the same, both where it does not read. */
export interface TriggerForms {
  text?: string
  rows?: string[][]
  problems: CellProblem[]
}
