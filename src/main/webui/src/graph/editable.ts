/** Where something stands in a campaign file, such as `['nodes', 'thank', 'actions', 0, 'push']`. */
export type Path = readonly (string | number)[]

/**
 * A campaign file as the forms see it: plain values by their path. Edits leave the file as it is and answer
 * the changed one.
 */
export interface Editable {
  /** The plain value at a path; undefined where there is none. */
  get(path: Path): unknown
  /** Writes a value, and the mappings on the way to it that are not there yet. */
  set(path: Path, value: unknown): Editable
  /** Takes a value away; a path at which nothing stands changes nothing. */
  remove(path: Path): Editable
  /** Puts a value into the list at a path, before the one at the index; begins the list where there is none. */
  insert(path: Path, index: number, value: unknown): Editable
}
