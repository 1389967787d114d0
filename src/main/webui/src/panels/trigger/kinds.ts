import {
  IconAdjustments,
  IconBell,
  IconBolt,
  IconCalendarEvent,
  IconChecks,
  IconClock,
  IconClockHour9,
  IconGavel,
  IconHourglass,
  IconMapPin,
  IconMapPinOff,
  IconMapPins,
  IconRepeat,
  IconSum,
  IconUser,
  IconArrowsSplit2,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Site } from '../../api-types/cells'

/** The kinds of cells, named by the first key of their object form. */
export type Kind =
  | 'event'
  | 'aggregate'
  | 'user'
  | 'after'
  | 'at'
  | 'on'
  | 'cron'
  | 'during'
  | 'enter'
  | 'exit'
  | 'inside'
  | 'dwell'
  | 'action'
  | 'split'
  | 'rules'
  | 'always'

/** A cell in its object form. */
export type CellObject = Record<string, unknown>

interface Traits {
  icon: ComponentType<{ size?: number }>
  sites: readonly Site[]
  /** What a new one begins with. */
  blank: CellObject
}

const INSIDE: Site[] = ['edge', 'goal', 'exit']
const ANYWHERE_BUT_AUDIENCE: Site[] = ['entry', ...INSIDE]
const EVERYWHERE: Site[] = ['audience', ...ANYWHERE_BUT_AUDIENCE]
const CIRCLE = { lat: 0, lon: 0, radius: '500m' }

/** In the order in which they are offered: what is asked for most comes first. */
export const KINDS: Record<Kind, Traits> = {
  event: { icon: IconBolt, sites: ANYWHERE_BUT_AUDIENCE, blank: { event: '' } },
  aggregate: {
    icon: IconSum,
    sites: EVERYWHERE,
    blank: { aggregate: { fn: 'count', of: '', op: 'gte', value: 1 } },
  },
  user: { icon: IconUser, sites: EVERYWHERE, blank: { user: '', op: 'eq', value: '' } },
  after: { icon: IconHourglass, sites: INSIDE, blank: { after: 'P1D' } },
  at: { icon: IconClock, sites: INSIDE, blank: { at: '09:00' } },
  on: { icon: IconCalendarEvent, sites: INSIDE, blank: { on: '' } },
  cron: { icon: IconRepeat, sites: INSIDE, blank: { cron: '0 9 * * *' } },
  during: {
    icon: IconClockHour9,
    sites: ANYWHERE_BUT_AUDIENCE,
    blank: { during: { from: '09:00', to: '18:00' } },
  },
  enter: { icon: IconMapPin, sites: ANYWHERE_BUT_AUDIENCE, blank: { enter: CIRCLE } },
  exit: { icon: IconMapPinOff, sites: ANYWHERE_BUT_AUDIENCE, blank: { exit: CIRCLE } },
  inside: { icon: IconMapPins, sites: ANYWHERE_BUT_AUDIENCE, blank: { inside: CIRCLE } },
  dwell: { icon: IconBell, sites: INSIDE, blank: { dwell: 'PT10M', area: CIRCLE } },
  action: { icon: IconChecks, sites: INSIDE, blank: { action: '', outcome: 'succeeded' } },
  split: { icon: IconArrowsSplit2, sites: ['edge'], blank: { split: '50%' } },
  rules: { icon: IconGavel, sites: ANYWHERE_BUT_AUDIENCE, blank: { rules: '' } },
  always: { icon: IconAdjustments, sites: EVERYWHERE, blank: { always: true } },
}

export const kindsAt = (site: Site): Kind[] =>
  (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind].sites.includes(site))

/** The kind of an object form; undefined where no key of it names one. */
export function kindOf(object: CellObject | undefined): Kind | undefined {
  return object && (Object.keys(object).find((key) => key in KINDS) as Kind | undefined)
}

export const FUNCTIONS = ['count', 'sum', 'avg', 'min', 'max', 'distinct'] as const

export const OPERATORS = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'nin',
  'between',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'exists',
  'missing',
  'before',
  'after',
] as const
export type Operator = (typeof OPERATORS)[number]

export const NUMERIC_OPERATORS: readonly Operator[] = OPERATORS.slice(0, 9)

/** How many values an operator takes. */
export function arity(operator: string): 'none' | 'one' | 'two' | 'some' {
  if (operator === 'exists' || operator === 'missing') return 'none'
  if (operator === 'between') return 'two'
  return operator === 'in' || operator === 'nin' ? 'some' : 'one'
}

/** Operators whose value is a text whatever it looks like. */
export const onText = (operator: string): boolean =>
  ['startsWith', 'endsWith', 'matches', 'before', 'after'].includes(operator)

/** The words of the text form, for completion. */
export const WORDS = [
  'event',
  'where',
  ...FUNCTIONS.map((name) => `${name}(`),
  'of',
  'since',
  'node',
  'entry',
  'ever',
  'within',
  'after',
  'at',
  'on',
  'cron',
  'during',
  'enter',
  'exit',
  'inside',
  'in',
  'dwell',
  'action',
  'succeeded',
  'failed',
  'split',
  'rules',
  'always',
  ...OPERATORS,
]
