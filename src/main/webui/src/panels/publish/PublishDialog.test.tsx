import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Plan } from '../../api-types/campaigns'
import type { Draft } from '../../api-types/drafts'
import i18next from '../../app/i18n'
import { SessionProvider, useSession } from '../../app/session'
import { PublishDialog } from './PublishDialog'

const TEXT = 'campaign: cart\n'

const draft: Draft = {
  campaign: 'cart',
  name: 'Cart',
  text: TEXT,
  revision: 7,
  state: 'draft',
  basedOn: 2,
  open: 2,
  author: 'anna',
  editedBy: 'anna',
  editedAt: '2026-07-01T12:00:00Z',
  comment: '',
}

const submitted: Draft = { ...draft, state: 'submitted', submittedBy: 'anna', submittedAt: draft.editedAt }

const plan: Plan = {
  campaign: 'cart',
  version: 3,
  open: 2,
  changed: true,
  onChange: 'follow',
  at: '2026-07-01T12:00:00Z',
  groups: [
    {
      version: 2,
      node: 'wait',
      to: 'wait',
      participations: 120,
      users: 120,
      looked: 120,
      exact: true,
      outcomes: [
        { fate: 'waits', version: 3, node: 'wait', orders: [], participations: 100 },
        { fate: 'moves', version: 3, node: 'remind', orders: ['push'], participations: 20 },
      ],
    },
  ],
  changes: [{ element: 'edge', name: 'wait-remind', kind: 'changed', from: 'after P10D', to: 'after P3D' }],
  text: '--- cart@2\n+++ cart@3\n',
  notes: [],
  warnings: [],
}

interface World {
  user?: string
  roles?: string[]
  approval?: 'off' | 'required'
  /** None: there is no draft. */
  draft?: Draft | null
  plan?: Plan | { status: number; body: object }
}

/** A service that answers as it is told, and remembers what it was asked to change. */
function service(world: World) {
  const asked: { path: string; body: unknown; ifMatch: string | null }[] = []
  const answer = (body: object, status = 200) => new Response(JSON.stringify(body), { status })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path === '/v1/session')
      return answer({
        user: world.user ?? 'anna',
        name: 'Anna',
        roles: world.roles ?? ['marketer'],
        csrf: null,
        expiresAt: null,
        approval: world.approval ?? 'off',
      })
    if (path === '/v1/drafts/cart')
      return world.draft === null ? answer({ title: 'Not Found' }, 404) : answer(world.draft ?? draft)
    if (path === '/v1/campaigns/plan') {
      const told = world.plan ?? plan
      return 'status' in told ? answer(told.body, told.status) : answer(told)
    }
    asked.push({
      path,
      body: JSON.parse(String(init.body)),
      ifMatch: new Headers(init.headers).get('If-Match'),
    })
    return answer(
      path.endsWith('/publish') ? { campaign: 'cart', version: 3, changed: true, warnings: [] } : submitted,
    )
  })
  return asked
}

function Who() {
  return <p>signed in: {useSession().session?.user}</p>
}

function show(onPublished = vi.fn()) {
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <SessionProvider>
          <Who />
          <PublishDialog campaign="cart" text={TEXT} onPublished={onPublished} />
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return onPublished
}

const opened = async () => userEvent.click(await screen.findByRole('button', { name: 'Publish…' }))

// A busy machine takes its time with dialogs.
vi.setConfig({ testTimeout: 30_000 })

beforeAll(async () => {
  await i18next.loadNamespaces(['shell', 'campaigns'])
  await i18next.changeLanguage('en')
})

afterEach(() => vi.unstubAllGlobals())

describe('publishing', () => {
  it('tells who waits where and what each gets, then does it', async () => {
    const asked = service({})
    const onPublished = show()
    await opened()
    expect(await screen.findByText('120 users at wait (version 2)')).toBeInTheDocument()
    expect(screen.getByText('100 wait at wait')).toBeInTheDocument()
    expect(screen.getByText('20 move on at once to remind · each gets push')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }))
    await vi.waitFor(() => expect(onPublished).toHaveBeenCalledOnce())
    expect(asked).toEqual([{ path: '/v1/drafts/cart/publish', body: { over: 2 }, ifMatch: '"7"' }])
  })

  it('tells what is wrong, and publishes nothing', async () => {
    const finding = { severity: 'error', line: 3, column: 1, element: 'edges[0]', message: 'Expected x.' }
    service({ plan: { status: 422, body: { title: 'refused', detail: '', findings: [finding] } } })
    show()
    await opened()
    expect(await screen.findByText(/line 3 · edges\[0\]/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled()
  })

  it('waits until the last changes are saved', async () => {
    service({ draft: { ...draft, text: 'campaign: old\n' } })
    show()
    await opened()
    expect(await screen.findByText('The last changes are being saved…')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled()
  })

  it('has nothing to publish where there is no draft', async () => {
    service({ draft: null })
    show()
    await opened()
    expect(await screen.findByText('There is no draft: nothing was changed yet.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled()
  })

  it('says that another version came between', async () => {
    service({ draft: { ...draft, basedOn: 1 } })
    show()
    await opened()
    expect(await screen.findByText('Version 2 was published meanwhile')).toBeInTheDocument()
  })

  it('is not offered to who may not', async () => {
    service({ roles: ['viewer'] })
    show()
    await screen.findByText('signed in: anna')
    expect(screen.queryByRole('button', { name: 'Publish…' })).toBeNull()
  })
})

describe('where approval is required', () => {
  it('submits with a word to whoever approves', async () => {
    const asked = service({ approval: 'required' })
    show()
    await opened()
    await screen.findByText('120 users at wait (version 2)')
    expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Submit…' }))
    await userEvent.type(screen.getByLabelText('What should whoever approves know?'), 'please')
    await userEvent.click(screen.getByRole('button', { name: 'Submit' }))
    await vi.waitFor(() =>
      expect(asked).toEqual([
        { path: '/v1/drafts/cart/submit', body: { comment: 'please' }, ifMatch: '"7"' },
      ]),
    )
  })

  it('does not let anybody approve of their own work', async () => {
    service({ approval: 'required', draft: submitted })
    show()
    await opened()
    expect(await screen.findByText(/Somebody else than who edited/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Approve and publish' })).toBeNull()
  })

  it('lets somebody else approve', async () => {
    const asked = service({ approval: 'required', draft: submitted, user: 'ben' })
    show()
    await opened()
    await screen.findByText('120 users at wait (version 2)')
    await userEvent.click(screen.getByRole('button', { name: 'Approve and publish' }))
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    expect(asked[0]!.path).toBe('/v1/drafts/cart/publish')
  })
})
