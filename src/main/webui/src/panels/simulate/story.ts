import type { Frame, Step, Story, Value } from '../../api-types/simulate'

/** Nodes and edges of a campaign, by id. */
export interface Places {
  nodes: string[]
  edges: string[]
}

/** What the canvas lights for a frame: where the user is and the ways just followed, and those before. */
export interface Lit extends Places {
  been: Places
}

/** A story of somebody of whom nothing is known. */
export const EMPTY: Story = { given: {}, steps: [] }

/** Where the user is after a frame, and the ways that it followed; and where the user has been. */
export function lit(frames: Frame[], chosen: number): Lit {
  const now = places(frames[chosen]!)
  const before = frames.slice(0, chosen).map(places)
  const past = (of: keyof Places) => [
    ...new Set(before.flatMap((one) => one[of]).filter((id) => !now[of].includes(id))),
  ]
  return { ...now, been: { nodes: past('nodes'), edges: past('edges') } }
}

function places(frame: Frame): Places {
  const here = frame.participations.filter((one) => one.status === 'active').map((one) => one.node)
  const ended = frame.ended.map((one) => one.node)
  return { nodes: [...new Set([...here, ...ended])], edges: frame.edges.map((one) => one.edge) }
}

/** What somebody has typed, as the value it looks like. */
export function value(text: string): Value {
  if (text === 'true') return true
  if (text === 'false') return false
  if (/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text)) return Number(text)
  return text
}

/** Paths such as `home.city` as the objects that they name. */
export function nested(fields: [path: string, text: string][]): Record<string, Value> {
  const whole: Record<string, Value> = {}
  for (const [path, text] of fields) {
    if (path === '' || text === '') continue
    const names = path.split('.')
    let here = whole
    for (const name of names.slice(0, -1)) {
      const inner = here[name]
      const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {}
      here[name] = next
      here = next
    }
    here[names.at(-1)!] = value(text)
  }
  return whole
}

/** An object that somebody has typed as JSON; what is wrong with it as a text. */
export function object(text: string): Record<string, Value> | string {
  if (text.trim() === '') return {}
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, Value>)
      : '{ … }'
  } catch (wrong) {
    return wrong instanceof Error ? wrong.message : String(wrong)
  }
}

/** A step in the words of the scenario file. */
export function words(step: Step): string {
  const time = step.after ?? step.at
  const answers = Object.entries(step.settle ?? step.actions ?? {})
  const deed = step.event
    ? `event ${step.event}`
    : step.profile
      ? `profile ${Object.keys(step.profile).join(', ')}`
      : answers.map(([action, answer]) => `${action} ${answer}`).join(', ')
  return [time, deed].filter(Boolean).join(' · ')
}

/** The actions that a campaign's frames have spoken of, and those under way. */
export function actionsOf(frames: Frame[], waiting: string[]): string[] {
  return [...new Set([...frames.flatMap((frame) => frame.orders.map((one) => one.action)), ...waiting])]
}

/** An instant on a clock, to the second where it matters. */
export function clockTime(at: string, zone: string, language: string): string {
  const seconds = !/T\d\d:\d\d:00(\.0+)?Z$/.test(at)
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(seconds ? { second: '2-digit' } : {}),
  }).format(new Date(at))
}
