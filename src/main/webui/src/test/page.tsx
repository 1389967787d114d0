import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import i18next from 'i18next'
import { Suspense, type ReactNode } from 'react'
import { initReactI18next } from 'react-i18next'
import { MemoryRouter, Route, Routes } from 'react-router'
import { vi } from 'vitest'

const texts = import.meta.glob<object>('../i18n/en/*.json', { eager: true, import: 'default' })

await i18next.use(initReactI18next).init({
  lng: 'en',
  defaultNS: 'shell',
  resources: {
    en: Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [path.split('/').at(-1)!.replace('.json', ''), text]),
    ),
  },
  interpolation: { escapeValue: false },
})

// A busy machine takes its time.
configure({ asyncUtilTimeout: 15_000 })
vi.setConfig({ testTimeout: 60_000 })

/** Shows a page at an address, as the application would. */
export function show(page: ReactNode, path: string, address: string) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <MemoryRouter initialEntries={[address]}>
          <Suspense>
            <Routes>
              <Route path={path} element={page} />
            </Routes>
          </Suspense>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  )
}

/** A service that answers by address, without the query; what it was asked is returned. */
export function serve(answers: Record<string, unknown>): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    const path = address.split('?')[0]!
    return Promise.resolve(
      path in answers
        ? Response.json(answers[path])
        : Response.json({ title: 'Not Found', detail: `There is no ${path}.` }, { status: 404 }),
    )
  })
  return asked
}
