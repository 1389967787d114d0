import type { Path } from './editable'
import { isMap } from './print'

/** The value at a path of plain values. */
export function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)] as unknown
    return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }, root)
}

/** The same with another value at a path whose last step is new or known. */
export function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (Array.isArray(root))
    return root.map((one, i) => (i === Number(step) ? withValue(one, rest, value) : (one as unknown)))
  const map = isMap(root) ? root : {}
  return { ...map, [step]: withValue(map[step], rest, value) }
}

/** Equal in what they say: the order of keys says nothing. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, i) => same(one, b[i]))
  return (
    isMap(a) &&
    isMap(b) &&
    !Array.isArray(b) &&
    keysOf(a).length === keysOf(b).length &&
    keysOf(a).every((key) => same(a[key], b[key]))
  )
}

function keysOf(map: Record<string, unknown>): string[] {
  return Object.keys(map).filter((key) => map[key] !== undefined)
}

/** Without what is undefined, which no file can say. */
export function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => told(one) ?? null)
  if (!isMap(value)) return value
  return Object.fromEntries(keysOf(value).map((key) => [key, told(value[key])]))
}
