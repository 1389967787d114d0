import { describe, expect, it } from 'vitest'
import type { Frame } from '../../api-types/simulate'
import { clockTime, lit, nested, object, value, words } from './story'

describe('what somebody types', () => {
  it.each([
    ['true', true],
    ['-7.5', -7.5],
    ['007', '007'],
    ['12345678901234567890', '12345678901234567890'],
    ['red', 'red'],
  ])('%s is the value it looks like', (text, expected) => expect(value(text)).toBe(expected))

  it('names what lies inside by paths', () => {
    expect(
      nested([
        ['home.city', 'Lyon'],
        ['home.zip', '69001'],
        ['', 'nothing'],
        ['empty', ''],
        ['vip', 'true'],
      ]),
    ).toEqual({ home: { city: 'Lyon', zip: 69001 }, vip: true })
  })

  it('is an object where it is JSON', () => {
    expect(object('{"a": 1}')).toEqual({ a: 1 })
    expect(object('  ')).toEqual({})
    expect(object('[1]')).toBeTypeOf('string')
    expect(object('{')).toBeTypeOf('string')
  })
})

describe('a step', () => {
  it.each([
    [{ after: 'P1D' }, 'P1D'],
    [{ event: 'order.paid', with: { amount: 1 } }, 'event order.paid'],
    [{ at: '2026-03-02T09:00', profile: { vip: true } }, '2026-03-02T09:00 · profile vip'],
    [{ settle: { push: 'fails' as const } }, 'push fails'],
  ])('%j is told in words', (step, expected) => expect(words(step)).toBe(expected))
})

describe('a frame', () => {
  const frame: Frame = {
    step: 0,
    at: '2026-03-02T09:00:00Z',
    kind: 'event',
    what: 'event paid: moved to done, ended at done',
    outcome: 'applied',
    edges: [{ edge: 'wait-done', from: 'wait', to: 'done' }],
    ended: [{ node: 'done', how: 'completed' }],
    goals: [],
    refused: [],
    skipped: [],
    orders: [],
    participations: [
      { id: '1', node: 'hold', status: 'active', since: '2026-03-02T09:00:00Z', wakeAt: null },
      { id: '2', node: 'done', status: 'completed', since: '2026-03-02T09:00:00Z', wakeAt: null },
    ],
    judged: [],
  }

  it('lights where the user is, where a run ended, and the way there', () => {
    expect(lit([frame], 0)).toEqual({
      nodes: ['hold', 'done'],
      edges: ['wait-done'],
      been: { nodes: [], edges: [] },
    })
  })

  it('remembers where the user has been', () => {
    const next = { ...frame, edges: [], ended: [], participations: [] }
    expect(lit([frame, next], 1)).toEqual({
      nodes: [],
      edges: [],
      been: { nodes: ['hold', 'done'], edges: ['wait-done'] },
    })
  })
})

describe('the clock', () => {
  it('is that of the zone', () => {
    expect(clockTime('2026-03-02T09:00:00Z', 'Asia/Shanghai', 'en')).toContain('17:00')
    expect(clockTime('2026-03-02T09:00:05Z', 'UTC', 'en')).toContain('09:00:05')
  })
})
