import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { show } from '../../test/page'
import { Problems } from './Problems'

function problems(known: boolean, error: Error | null) {
  show(<Problems findings={[]} known={known} current={false} error={error} onChoose={() => {}} />, '/', '/')
}

it.each([
  ['before the first answer', false, null],
  ['where the service cannot be asked', true, new Error('away')],
])('does not say that there are no errors %s', async (_, known, error) => {
  problems(known, error)
  await screen.findByRole('region', { name: 'Problems' })
  expect(screen.queryByText('No errors')).toBeNull()
})

it('says that there are none once somebody has looked', async () => {
  problems(true, null)
  expect(await screen.findByText('No errors')).toBeVisible()
})
