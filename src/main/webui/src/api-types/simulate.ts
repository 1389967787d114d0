import type { Finding } from './problem'

/** A value of an event or a profile. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }

/** What becomes of the orders of an action. */
export type Answer = 'succeeds' | 'fails' | 'waits'

/** What a story begins with, as in a scenario file. */
export interface Given {
  user?: string
  profile?: Record<string, Value>
  at?: string
  actions?: Record<string, Answer>
}

/** A step of a story, as in a scenario file. */
export interface Step {
  at?: string
  after?: string
  event?: string
  with?: Record<string, Value>
  profile?: Record<string, Value>
  settle?: Record<string, Answer>
  actions?: Record<string, Answer>
}

export interface Story {
  scenario?: string
  given: Given
  steps: Step[]
}

/** A cell of a trigger, with what it looked at. */
export interface Cell {
  text: string
  holds: boolean
  seen: Record<string, Value>
  where: Cell[][]
}

export type Verdict = 'followed' | 'outranked' | 'not_held' | 'not_judged' | 'refused'

/** What became of one trigger. */
export interface Judged {
  campaign: string
  rule: string
  from: string | null
  to: string
  verdict: Verdict
  detail: string
  rows: Cell[][]
}

export interface Followed {
  edge: string
  from: string | null
  to: string
}

export interface Ordered {
  node: string
  action: string
  kind: string
  parameters: Record<string, Value>
  delivery: 'now' | 'held' | 'withheld'
  until: string | null
  cause: string | null
}

export type FrameKind = 'standing' | 'event' | 'time' | 'profile' | 'settled' | 'launch' | 'other'

/** Something that happened, what came of it, and how things stand then. */
export interface Frame {
  /** Of the story, from 0; -1 before the first. */
  step: number
  at: string
  kind: FrameKind
  what: string
  outcome: string
  edges: Followed[]
  ended: { node: string; how: string }[]
  goals: string[]
  refused: { edge: string; reason: string; detail: string }[]
  skipped: string[]
  orders: Ordered[]
  participations: { id: string; node: string; status: string; since: string; wakeAt: string | null }[]
  judged: Judged[]
}

export interface Simulation {
  clock: string
  frames: Frame[]
  next: string | null
  waiting: string[]
  yaml: string
  problems: Finding[]
}

/** A scenario file that is kept with a campaign. */
export interface ScenarioFile {
  name: string
  text: string
  changedAt: string
}

/** What came of a scenario. */
export interface Tested {
  file: string
  scenario: string
  passed: boolean
  line: number
  column: number
  complaints: string[]
  course: string[]
  clock: string | null
  findings: Finding[]
}

export interface Stage {
  arrived: number
  left: number
  waiting: number
  ended: number
}

/** How many came how far, live or predicted. */
export interface Funnel {
  entered: number
  nodes: Record<string, Stage>
  edges: Record<string, number>
  reached: number
  ended: Record<string, number>
  refused: Record<string, number>
}

export interface LiveFunnel {
  campaign: string
  version: number
  since: string | null
  funnel: Funnel
}

/** What one version would have done. */
export interface Prediction {
  version: number | null
  funnel: Funnel
  orders: Record<string, number>
  ordersPerDay: Record<string, number>
  held: number
  withheld: Record<string, number>
}

export interface BacktestReport {
  users: number
  events: { in: number; applied: number; noMatch: number; duplicate: number; late: number }
  prediction: Prediction
  baseline: Prediction | null
  failures: string[]
}

export type BacktestState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export interface Backtest {
  id: string
  campaign: string
  log: string | null
  since: string | null
  until: string | null
  state: BacktestState
  done: number
  total: number
  ahead: number
  problems: string[]
  askedAt: string
  startedAt: string | null
  endedAt: string | null
  report: BacktestReport | null
}

/** An uploaded log of events. */
export interface EventLog {
  name: string
  bytes: number
  keptAt: string
}
