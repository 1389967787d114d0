import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../api-types/problem'
import { EdgePanel } from './EdgePanel'
import { CampaignFile } from '../../graph/file'
import { answering, field, pick, press, showFile } from '../testing'

const file = (when: string) =>
  `campaign: a
nodes: { a: {}, b: {} }
edges:
  - { from: a, to: b, when: ${when} } # why
`
const edge = (when: string, findings: Finding[] = []) =>
  showFile(file(when), (one, onChange) => (
    <EdgePanel file={one} index={0} onChange={onChange} findings={findings} />
  ))

beforeEach(answering)

describe('the trigger of an edge', () => {
  it('is told in words, and in the text of the file', async () => {
    edge('[["after P3D", "at 20:00 user"], ["user.country in CN SG"]]')
    expect(await screen.findByText('3 days after the arrival')).toBeInTheDocument()
    expect(screen.getByText('after P3D')).toBeInTheDocument()
    expect(screen.getByText("at 20:00 on the user's clock")).toBeInTheDocument()
    expect(screen.getByText("the user's country is one of “CN”, “SG”")).toBeInTheDocument()
    expect(screen.getByText('and')).toBeInTheDocument()
    expect(screen.getByText('or')).toBeInTheDocument()
  })

  it('gets a new condition by form, as a text', async () => {
    const latest = edge('[["after P3D"]]')
    await press('and …')
    const dialog = await screen.findByRole('dialog')
    await pick('Kind', 'An event occurs', dialog)
    fireEvent.change(field('Event type', dialog), { target: { value: 'order.paid' } })
    await waitFor(() => expect(field('As text', dialog)).toHaveValue('event order.paid'))
    await press('Apply', dialog)
    expect(latest()).toBe(file('[["after P3D"], ["event order.paid"]]'))
    await waitFor(() => expect(screen.getByRole('button', { name: /“order.paid” happens/ })).toHaveFocus())
  })

  it('keeps form and text in step, and the last good form where the text does not read', async () => {
    const latest = edge('[["after P3D"]]')
    await userEvent.click(await screen.findByRole('button', { name: /3 days after/ }))
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(field('After', dialog)).toHaveValue('3'))
    fireEvent.change(field('As text', dialog), { target: { value: 'aftr P3D' } })
    expect(
      await within(dialog).findByText(/Expected a condition. Maybe you meant 'after'./),
    ).toBeInTheDocument()
    expect(field('After', dialog)).toHaveValue('3')
    expect(within(dialog).getByRole('button', { name: 'Apply' })).toBeDisabled()
    fireEvent.change(field('As text', dialog), { target: { value: 'always' } })
    expect(await within(dialog).findByText('Nothing more to say.')).toBeInTheDocument()
    await press('Apply', dialog)
    expect(latest()).toBe(file('[["always"]]'))
  })

  it('leaves an object an object', async () => {
    const latest = edge('[[{ after: P3D }]]')
    await userEvent.click(await screen.findByRole('button', { name: /3 days after/ }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(field('As text', dialog), {
      target: { value: 'split 30%' },
    })
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Apply' })).toBeEnabled())
    await press('Apply', dialog)
    expect(latest()).toContain('split: 30%')
    expect(latest()).not.toContain('"split')
  })

  it('gives the keyboard back to where a dialog was opened', async () => {
    edge('[["after P3D"]]')
    await press('and …')
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByText('Cancel'))
    await waitFor(() => expect(screen.getByRole('button', { name: 'and …' })).toHaveFocus())
  })

  it('moves and removes cells by keyboard, which stays with them', async () => {
    const latest = edge('[["after P3D", "always"]]')
    const cell = await screen.findByRole('button', { name: /3 days after/ })
    cell.focus()
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
    expect(latest()).toBe(file('[["always", "after P3D"]]'))
    expect(screen.getByRole('button', { name: /3 days after/ })).toHaveFocus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(latest()).toBe(file('[["always"], ["after P3D"]]'))
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}')
    expect(latest()).toBe(file('[["after P3D"], ["always"]]'))
    expect(screen.getByRole('button', { name: /3 days after/ })).toHaveFocus()
    await userEvent.keyboard('{Delete}')
    expect(latest()).toBe(file('[["always"]]'))
    expect(screen.getByRole('button', { name: 'always always' })).toHaveFocus()
  })

  it('moves and removes cells by their menus', async () => {
    const latest = edge('[["after P3D", "always"]]')
    await press('Move or remove always')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move before the previous one' }))
    expect(latest()).toBe(file('[["always", "after P3D"]]'))
    await press('Move or remove after P3D')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    expect(latest()).toBe(file('[["always"]]'))
  })

  it('moves cells by mouse', async () => {
    const latest = edge('[["after P3D"], ["always"]]')
    const [handle] = screen.getAllByTitle('Drag to move')
    const target = screen.getByRole('button', { name: 'Add an alternative to row 2' })
    fireEvent.dragStart(handle!, { dataTransfer: { setData: () => {} } })
    fireEvent.dragOver(target)
    fireEvent.drop(target)
    expect(CampaignFile.of(latest()).get(['edges', 0, 'when'])).toEqual([['always', 'after P3D']])
  })

  it('shows what the checks found where it is', () => {
    edge('[["after P3D"], ["always"]]', [
      { severity: 'warning', line: 4, column: 1, element: 'edges[0].when[1][0]', message: 'Always holds.' },
      { severity: 'error', line: 4, column: 1, element: 'edges[0].when', message: 'Never holds.' },
      { severity: 'error', line: 4, column: 1, element: 'edges[1].when', message: 'Elsewhere.' },
    ])
    expect(
      within(screen.getByRole('group', { name: 'Row 2' })).getByText('Always holds.'),
    ).toBeInTheDocument()
    expect(screen.getByText('Never holds.')).toBeInTheDocument()
    expect(screen.queryByText('Elsewhere.')).not.toBeInTheDocument()
  })

  it('is edited as one text where it is one', () => {
    const latest = edge(`'"always" && "after P3D"'`)
    fireEvent.change(field('Taken when'), {
      target: { value: '"always" || "after P3D"' },
    })
    expect(latest()).toContain('"always" || "after P3D"')
  })

  it('becomes one text, and rows again', async () => {
    const latest = edge('[["after P3D"], ["always"]]')
    await press('As one text')
    await waitFor(() => expect(field('Taken when')).toHaveValue('"after P3D" && "always"'))
    await press('As a grid')
    expect(await screen.findByRole('group', { name: 'Row 2' })).toBeInTheDocument()
    expect(CampaignFile.of(latest()).get(['edges', 0, 'when'])).toEqual([['after P3D'], ['always']])
  })

  it('stays a text where no rows mean the same', async () => {
    edge(`'("event a" && "after P1D") || "event b"'`)
    await press('As a grid')
    expect(await screen.findByText(/cannot be written in rows/)).toBeInTheDocument()
    expect(field('Taken when')).toBeInTheDocument()
  })
})
