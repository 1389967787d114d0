import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, type ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../app/i18n'
import { SessionProvider } from '../../app/session'
import { Keys } from './Keys'
import SignIn from './SignIn'

type Answer = { status: number; body: unknown }

// Typing takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

let answers: Record<string, Answer>
let asked: { what: string; body?: string }[]

beforeEach(() => {
  asked = []
  answers = { 'GET /v1/session': { status: 401, body: { detail: 'Nobody is signed in.' } } }
  vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body?: string }) => {
    asked.push({ what: `${method} ${path}`, body })
    const { status, body: said } = answers[`${method} ${path}`] ?? { status: 404, body: {} }
    return Promise.resolve(new Response(JSON.stringify(said), { status }))
  })
})

afterEach(() => vi.unstubAllGlobals())

function show(page: ReactNode) {
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <Suspense>
          <ModalsProvider>
            <SessionProvider>
              <MemoryRouter>{page}</MemoryRouter>
            </SessionProvider>
          </ModalsProvider>
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>,
  )
}

describe('signing in', () => {
  it('tells that user name and password do not belong together', async () => {
    answers['POST /v1/session'] = { status: 401, body: {} }
    show(<SignIn />)
    await userEvent.type(await screen.findByLabelText(/^User/), 'mia')
    await userEvent.type(screen.getByLabelText(/^Password/), 'guess')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('do not belong together')
  })

  it('tells when to try again', async () => {
    answers['POST /v1/session'] = { status: 429, body: { retryAfter: 180 } }
    show(<SignIn />)
    await userEvent.type(await screen.findByLabelText(/^User/), 'mia')
    await userEvent.type(screen.getByLabelText(/^Password/), 'guess')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('180 seconds')
  })

  it('offers who else vouches for people', async () => {
    answers['GET /v1/session'] = { status: 401, body: { oidc: { name: 'Example SSO' } } }
    show(<SignIn />)
    expect(await screen.findByRole('link', { name: 'Sign in with Example SSO' })).toHaveAttribute(
      'href',
      '/v1/session/oidc',
    )
  })
})

describe('keys', () => {
  it('are shown whole once, when they are made', async () => {
    const key = { id: 'cmp_abcdefgh', name: 'shop', scopes: ['intake'], createdBy: 'admin' }
    answers['GET /v1/keys'] = { status: 200, body: [{ ...key, createdAt: '2026-01-01T00:00:00Z' }] }
    answers['POST /v1/keys'] = { status: 201, body: { ...key, key: 'cmp_abcdefgh-and-the-rest' } }
    show(<Keys />)
    expect(await screen.findByRole('cell', { name: 'shop' })).toBeVisible()
    expect(screen.queryByText('cmp_abcdefgh-and-the-rest')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'New key' }))
    await userEvent.type(await screen.findByLabelText(/^Name/), 'shop')
    await userEvent.click(screen.getByRole('button', { name: 'Make the key' }))
    expect(await screen.findByText('cmp_abcdefgh-and-the-rest')).toBeVisible()
    expect(asked.find(({ what }) => what === 'POST /v1/keys')?.body).toBe(
      '{"name":"shop","scopes":["intake"]}',
    )
  })
})
