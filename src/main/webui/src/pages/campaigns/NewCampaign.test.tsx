import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Starter } from '../../api-types/drafts'
import i18next from '../../app/i18n'
import { NewCampaign } from './NewCampaign'

const starter: Starter = {
  id: 'abandoned-cart',
  name: { en: 'Abandoned cart', zh: '购物车挽回' },
  summary: { en: 'Reminds of a cart.', zh: '提醒' },
  text: '# why\ncampaign: abandoned-cart\nnodes: {}\n',
}

let begun: { path: string; text: string; ifNoneMatch: string | null }[] = []
let taken = false

vi.setConfig({ testTimeout: 30_000 })

beforeAll(async () => {
  await i18next.loadNamespaces(['shell', 'campaigns'])
  await i18next.changeLanguage('en')
})

beforeEach(() => {
  begun = []
  taken = false
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path === '/v1/templates') return new Response(JSON.stringify([starter]))
    begun.push({
      path,
      text: JSON.parse(String(init.body)).text,
      ifNoneMatch: new Headers(init.headers).get('If-None-Match'),
    })
    return taken
      ? new Response(JSON.stringify({ title: 'Somebody else was faster' }), { status: 412 })
      : new Response(JSON.stringify({ revision: 1 }), { status: 201 })
  })
})

afterEach(() => vi.unstubAllGlobals())

function show() {
  const router = createMemoryRouter([
    { path: '/', element: <NewCampaign onClose={() => {}} /> },
    { path: '/drafts/:id', element: <p>the editor</p> },
  ])
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  )
}

const begin = () => screen.getByRole('button', { name: 'Begin the draft' })

it('begins with a template under a name of one’s own', async () => {
  show()
  await userEvent.click(await screen.findByRole('radio', { name: 'Abandoned cart' }))
  const id = screen.getByRole('textbox', { name: /^Id/ })
  expect(id).toHaveValue('abandoned-cart')
  await userEvent.clear(id)
  await userEvent.type(id, 'basket')
  await userEvent.click(begin())
  expect(await screen.findByText('the editor')).toBeInTheDocument()
  expect(begun).toEqual([
    { path: '/v1/drafts/basket', text: '# why\ncampaign: basket\nnodes: {}\n', ifNoneMatch: '*' },
  ])
})

it('keeps an imported file to the letter', async () => {
  const text = 'campaign:   cart   # odd spacing\nnodes:  {}\n'
  show()
  await userEvent.click(await screen.findByRole('tab', { name: 'Import a file' }))
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  await userEvent.upload(input, new File([text], 'cart.yaml'))
  await vi.waitFor(() => expect(screen.getByRole('textbox', { name: /^Id/ })).toHaveValue('cart'))
  await userEvent.click(begin())
  await vi.waitFor(() => expect(begun.map((one) => one.text)).toEqual([text]))
})

it('leads to the draft that is there already', async () => {
  taken = true
  show()
  await userEvent.click(await screen.findByRole('tab', { name: 'Blank' }))
  await userEvent.type(screen.getByRole('textbox', { name: /^Id/ }), 'cart')
  await userEvent.click(begin())
  expect(await screen.findByText(/There is a draft of cart already/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Go on with the draft' })).toHaveAttribute('href', '/drafts/cart')
})

it('takes no name that a campaign cannot have', async () => {
  show()
  await userEvent.click(await screen.findByRole('tab', { name: 'Blank' }))
  await userEvent.type(screen.getByRole('textbox', { name: /^Id/ }), 'two words')
  expect(screen.getByText(/Letters, digits/)).toBeInTheDocument()
  expect(begin()).toBeDisabled()
})
