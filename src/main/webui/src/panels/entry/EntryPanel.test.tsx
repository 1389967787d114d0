import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { CampaignFile } from '../../graph/file'
import { answering, field, pick, showFile } from '../testing'
import { EntryPanel } from './EntryPanel'

const entry = (text: string, schedule = '') =>
  showFile(`campaign: a\n${schedule}entry:\n  - ${text}\nnodes: { a: {}, b: {} }\n`, (one, onChange) => (
    <EntryPanel file={one} index={0} onChange={onChange} findings={[]} />
  ))
const told = (text: string) => CampaignFile.of(text).get(['entry', 0])
const write = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })

beforeEach(answering)

describe('an entry', () => {
  it('becomes a launch, and a way in by a trigger again', async () => {
    const latest = entry('{ when: [["always"]], to: a }')
    await userEvent.click(screen.getByLabelText('when the campaign reaches out'))
    expect(told(latest())).toEqual({ to: 'a', launch: { cron: '0 9 * * MON' } })
    await userEvent.click(screen.getByLabelText('when something holds'))
    expect(told(latest())).toEqual({ to: 'a' })
  })

  it('leads to a node', async () => {
    const latest = entry('{ when: [["always"]], to: a }')
    await pick('To the node', 'b')
    expect(told(latest())).toEqual({ when: [['always']], to: 'b' })
  })

  it('tells the times of a launch in words, with the next ones in the zone of the schedule', () => {
    entry('{ launch: { cron: "0 9 * * MON" }, to: a }', 'schedule: { timezone: Asia/Shanghai }\n')
    expect(screen.getByText('At 09:00, only on Monday')).toBeInTheDocument()
    expect(screen.getByText(/^Next, in Asia\/Shanghai: .*9:00/)).toBeInTheDocument()
  })

  it('says nothing of times that do not read', () => {
    entry('{ launch: { cron: "0 9 * *" }, to: a }')
    expect(screen.queryByText(/^At 09:00/)).not.toBeInTheDocument()
  })

  it('has a rate, which a date of each user has not', async () => {
    const latest = entry('{ launch: { cron: "0 9 * * MON" }, to: a }')
    write('At most, users a minute', '1000')
    expect(told(latest())).toEqual({ launch: { cron: '0 9 * * MON', rate: '1000/min' }, to: 'a' })
    await pick('Reaches out', 'to each user by a date of their own')
    expect(told(latest())).toEqual({ launch: { date: 'user.' }, to: 'a' })
  })

  it('comes by a date of each user, of which what is so by itself is not written', async () => {
    const latest = entry('{ launch: { date: user.birthday }, to: a }')
    await pick('Comes', 'every year')
    await pick('On which day', 'before the date')
    write('By', '7')
    write('At', '09:00')
    await pick('On the clock of', 'the schedule')
    expect(told(latest())).toEqual({
      launch: {
        date: 'user.birthday',
        repeat: 'yearly',
        before: 'P7D',
        time: '09:00',
        zone: 'schedule',
      },
      to: 'a',
    })
    await pick('Comes', 'once')
    await pick('On which day', 'on the date')
    write('At', '00:00')
    await pick('On the clock of', 'the user')
    expect(told(latest())).toEqual({ launch: { date: 'user.birthday' }, to: 'a' })
  })
})
