import type { Finding } from '../../api-types/problem'
import type { Path } from '../../graph/editable'
import type { CampaignFile } from '../../graph/file'
import { isMap } from '../../graph/print'

export interface PanelProps {
  file: CampaignFile
  onChange: (file: CampaignFile) => void
  findings: Finding[]
}

/** Whether a value says nothing: what is left at its default is not written. */
const says = (value: unknown): boolean =>
  value !== undefined &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0) &&
  !(isMap(value) && Object.keys(value).length === 0)

/**
 * Writes a value, or takes it away where it says nothing; mappings that it leaves empty go with it, up to the
 * part of the file to which it belongs.
 */
export function put(file: CampaignFile, path: Path, value: unknown, part = 1): CampaignFile {
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

export const textAt = (file: CampaignFile, path: Path): string => {
  const value = file.get(path)
  return value === undefined || value === null ? '' : String(value)
}

export const listAt = (file: CampaignFile, path: Path): unknown[] => {
  const value = file.get(path)
  return Array.isArray(value) ? value : []
}
