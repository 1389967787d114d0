import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../api-types/problem'
import { CampaignFile } from '../../graph/file'
import { answering, field, pick, press, showFile } from '../testing'
import { SettingsPanel } from './SettingsPanel'

const BARE = 'campaign: a\nentry: [ { when: always, to: a } ]\nnodes: { a: {}, b: {} } # two\n'
async function settings(part: string, text = BARE, findings: Finding[] = []) {
  const latest = showFile(text, (one, onChange) => (
    <SettingsPanel file={one} onChange={onChange} findings={findings} />
  ))
  if (part !== 'General') await press(new RegExp(`^${part}`))
  return latest
}
const told = (text: string, key: string) => CampaignFile.of(text).get([key])
const write = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })
const section = (name: string) => screen.getByRole('region', { name: new RegExp(`^${name}`) })

beforeEach(answering)

describe('the settings', () => {
  it.each<[string, string, string, string]>([
    ['General', 'Name', 'A campaign', 'name'],
    ['General', 'Priority', '10', 'priority'],
    ['Schedule', 'Start', '2026-12-01', 'schedule'],
    ['Schedule', 'End', '2027-01-01', 'schedule'],
    ['Participation', 'One participation per', 'event.orderId', 'participation'],
    ['Audience', 'Those on the list', 'users.csv', 'audience'],
  ])('%s: %s is written, and without a trace taken back', async (part, label, value, key) => {
    const latest = await settings(part)
    const [one] = screen.getAllByLabelText(new RegExp(`^${label}$`), { selector: 'input' })
    fireEvent.change(one!, { target: { value } })
    expect(told(latest(), key)).toBeDefined()
    fireEvent.change(one!, { target: { value: '' } })
    expect(latest()).toBe(BARE)
  })

  it.each<[string, string, string, string, string, unknown]>([
    ['Schedule', 'At the end', 'it ends them', 'those inside go on', 'schedule', { 'at-end': 'stop' }],
    ['Participation', 'At a time', 'several', 'one', 'participation', { mode: 'parallel' }],
    ['Participation', 'Again', 'never', 'always', 'participation', { 're-entry': 'never' }],
    ['Participation', 'Again', 'after a while', 'always', 'participation', { 're-entry': 'P1D' }],
    [
      'Versions',
      'A new version',
      'they go on in this one at once',
      'they finish in theirs',
      'on-change',
      'follow',
    ],
    ['Versions', 'After a pause', 'it is skipped', 'it happens at its end', 'on-resume', 'skip'],
  ])('%s: %s, %s is written; %s is not', async (part, label, other, standard, key, value) => {
    const latest = await settings(part)
    await pick(label, other)
    expect(told(latest(), key)).toEqual(value)
    await pick(label, standard)
    expect(latest()).toBe(BARE)
  })

  it('takes a zone of the world', async () => {
    const latest = await settings('Schedule')
    write('Time zone', 'Shanghai')
    await pick('Time zone', 'Asia/Shanghai')
    expect(told(latest(), 'schedule')).toEqual({ timezone: 'Asia/Shanghai' })
  })

  it('takes limits of every kind', async () => {
    const latest = await settings('Participation')
    await press('Add a limit')
    await press('Add a limit')
    await pick('In', 'any span of time', screen.getByRole('group', { name: 'Limit 1' }))
    await pick('In', 'all, over all users', screen.getByRole('group', { name: 'Limit 2' }))
    fireEvent.change(field('At most', screen.getByRole('group', { name: 'Limit 2' })), {
      target: { value: '100000' },
    })
    expect(told(latest(), 'participation')).toEqual({
      limits: [
        { count: 1, per: 'P7D' },
        { count: 100000, of: 'all' },
      ],
    })
    await press('Remove limit 1')
    await press('Remove limit 1')
    expect(latest()).toBe(BARE)
  })

  it('has quiet hours whole or not at all', async () => {
    const latest = await settings('Quiet hours')
    await press('Add quiet hours')
    await pick('Messages in these hours', 'are dropped')
    expect(told(latest(), 'quiet-hours')).toEqual({ from: '22:00', to: '08:00', then: 'drop' })
    await press('Remove the quiet hours')
    expect(latest()).toBe(BARE)
  })

  it('has a goal with what belongs to it', async () => {
    const latest = await settings('Goal', `${BARE}goal: { when: [["event order.paid"]] }\n`)
    write('Within', '14')
    await userEvent.click(screen.getByRole('switch', { name: /^Reaching it ends/ }))
    write('Control group', '10')
    expect(told(latest(), 'goal')).toEqual({
      when: [['event order.paid']],
      within: 'P14D',
      exit: true,
      control: '10%',
    })
  })

  it('renames nodes for those inside', async () => {
    const latest = await settings('Versions')
    await pick('A new version', 'they go on in this one, nodes renamed')
    write('Former node', 'old')
    await pick('Node now', 'b')
    expect(told(latest(), 'on-change')).toEqual({ migrate: { old: 'b' } })
  })

  it('says which part has findings, and at which field', async () => {
    await settings('Schedule', `${BARE}schedule: { timezone: Mars }\n`, [
      {
        severity: 'error',
        line: 4,
        column: 1,
        element: 'schedule.timezone',
        message: 'Expected a zone, but got Mars.',
        advice: 'Maybe UTC.',
      },
    ])
    expect(screen.getByRole('button', { name: /Schedule.*1 finding/ })).toBeInTheDocument()
    expect(field('Time zone')).toHaveAccessibleDescription(/Expected a zone, but got Mars. Maybe UTC./)
    expect(section('Schedule')).toContainElement(field('Time zone'))
  })
})
