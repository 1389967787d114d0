import type { Place } from './model'

export interface Drawn {
  path: string
  label: Place
}

const LANE = 76

/** A curve from below one node to above another; `lane` tells how far aside. */
export function curve(from: Place, to: Place, lane: number, back: boolean): Drawn {
  const down = to.y - from.y
  const reach = Math.max(40, Math.abs(down) / 2)
  // Who goes back up goes around what lies between.
  const aside = back ? (lane >= 0 ? 1 : -1) * (260 + Math.abs(lane) * LANE) : lane * LANE * (4 / 3)
  const [a, b] = [
    { x: from.x + aside, y: from.y + reach },
    { x: to.x + aside, y: to.y - reach },
  ]
  return {
    path: `M${from.x},${from.y} C${a.x},${a.y} ${b.x},${b.y} ${to.x},${to.y}`,
    label: { x: (from.x + to.x) / 2 + aside * 0.75, y: (from.y + to.y) / 2 },
  }
}

/** A loop from below a node around its side to above it. */
export function loop(from: Place, to: Place, lane: number, width: number): Drawn {
  const out = width / 2 + 60 + lane * LANE
  const x = from.x + out * (4 / 3)
  return {
    path: `M${from.x},${from.y} C${x},${from.y + 70} ${x},${to.y - 70} ${to.x},${to.y}`,
    label: { x: from.x + out, y: (from.y + to.y) / 2 },
  }
}
