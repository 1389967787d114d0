/** Whether a trigger is written as rows of cells. */
export const isRows = (value: unknown): value is unknown[][] =>
  Array.isArray(value) && value.every(Array.isArray)
