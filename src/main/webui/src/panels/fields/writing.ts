import type { Finding } from '../../api-types/problem'
import type { Editable, Path } from '../../graph/editable'

export interface PanelProps {
  file: Editable
  onChange(file: Editable): void
  findings: Finding[]
}

/** Whether a value says nothing: what is left at its default is not written. */
const says = (value: unknown): boolean =>
  value !== undefined &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0) &&
  !(isMapping(value) && Object.keys(value).length === 0)

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Writes a value, or takes it away where it says nothing; mappings that it leaves empty go with it, up to the
 * part of the file to which it belongs.
 */
export function put(file: Editable, path: Path, value: unknown, part = 1): Editable {
  if (says(value)) return file.set(path, value)
  if (file.get(path) === undefined) return file
  let next = file.remove(path)
  for (let depth = path.length - 1; depth >= part; depth--) {
    const above = path.slice(0, depth)
    if (says(next.get(above))) break
    next = next.remove(above)
  }
  return next
}

/** Moves an item of a list. */
export function reorder(file: Editable, list: Path, from: number, to: number): Editable {
  const item = file.get([...list, from])
  return file.remove([...list, from]).insert(list, to, item)
}

export const textAt = (file: Editable, path: Path): string => {
  const value = file.get(path)
  return value === undefined || value === null ? '' : String(value)
}

export const listAt = (file: Editable, path: Path): unknown[] => {
  const value = file.get(path)
  return Array.isArray(value) ? value : []
}
