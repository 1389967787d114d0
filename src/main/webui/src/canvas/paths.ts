import { WIDTH, type Place } from './model'

export interface Drawn {
  path: string
  label: Place
  /** Some points that it goes through. */
  points: Place[]
}

/** How far the next lane is aside. */
const LANE = 72
const SAMPLES = [0.15, 0.3, 0.5, 0.7, 0.85]

/** A way from below one node to above another, or to the same; `lane` tells how far aside it goes. */
export function wayOf(from: Place, to: Place, lane: number, toItself: boolean): Drawn {
  return toItself ? loop(from, to, lane) : curve(from, to, lane)
}

function curve(from: Place, to: Place, lane: number): Drawn {
  const back = to.y < from.y + 10
  const reach = back ? 90 : Math.max(40, (to.y - from.y) / 2)
  // Who goes back up goes around what lies between.
  const aside = (back ? (lane >= 0 ? WIDTH + 60 : -WIDTH - 60) + lane * LANE : lane * LANE) * (4 / 3)
  return bent(from, { x: from.x + aside, y: from.y + reach }, { x: to.x + aside, y: to.y - reach }, to)
}

/** Around the right side of a node, from below to above it. */
function loop(from: Place, to: Place, lane: number): Drawn {
  const x = from.x + (WIDTH / 2 + 40 + lane * LANE) * (4 / 3)
  return bent(from, { x, y: from.y + 70 }, { x, y: to.y - 70 }, to)
}

function bent(from: Place, a: Place, b: Place, to: Place): Drawn {
  const at = (t: number): Place => {
    const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
    return { x: p * from.x + q * a.x + r * b.x + s * to.x, y: p * from.y + q * a.y + r * b.y + s * to.y }
  }
  return {
    path: `M${from.x},${from.y} C${a.x},${a.y} ${b.x},${b.y} ${to.x},${to.y}`,
    label: at(0.5),
    points: SAMPLES.map(at),
  }
}
