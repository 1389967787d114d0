import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { show } from '../../test/page'
import { Choose } from './Find'

const NODES = ['thank', 'vip', 'done']

/** A dialog whose list is made anew each time it is drawn, as the editor's is. */
function Choosing({ onChoose }: { onChoose: (node: string) => void }) {
  const [, again] = useState(0)
  const options = NODES.map((id) => ({ value: id, label: id }))
  return (
    <>
      <Choose title="Connect" label="To" options={options} onClose={() => {}} onChoose={onChoose} />
      <button onClick={() => again((times) => times + 1)}>draw</button>
    </>
  )
}

async function sought(text: string) {
  const onChoose = vi.fn()
  show(<Choosing onChoose={onChoose} />, '/', '/')
  const field = await screen.findByRole('textbox', { name: 'To' })
  fireEvent.change(field, { target: { value: text } })
  return { field, onChoose }
}

function offered() {
  return screen.getAllByRole('option', { hidden: true }).map((option) => option.textContent)
}

it('keeps what is typed when it is drawn anew', async () => {
  const { field } = await sought('vip')
  expect(offered()).toEqual(['vip'])
  fireEvent.click(screen.getByText('draw'))
  expect(field).toHaveValue('vip')
  expect(offered()).toEqual(['vip'])
})

it('takes the first of what is left on Enter, right after a text is pasted', async () => {
  const { field, onChoose } = await sought('do')
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('done')
})
