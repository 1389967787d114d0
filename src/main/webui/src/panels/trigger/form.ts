import type { Site } from '../../api-types/cells'
import type { CellObject } from './kinds'

/** What the form of every kind of cell is given. */
export interface FormProps {
  value: CellObject
  onChange: (value: CellObject) => void
  /** What is wrong with an element of the object form, such as `where[0][1].value`. */
  problem: (element: string) => string | undefined
  site: Site
}

/** The object with one member changed; what is undefined is left out. */
export function withMember<T extends Record<string, unknown>>(value: T, name: string, member: unknown): T {
  const { [name]: former, ...rest } = value
  if (member === undefined) return rest as T
  return (former === undefined ? { ...value, [name]: member } : replaced(value, name, member)) as T
}

/** Members keep their order, so that an edit and its inverse lead back. */
const replaced = (value: Record<string, unknown>, name: string, member: unknown) =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === name ? member : one]))

export const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
