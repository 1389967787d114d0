import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import { useState, type ReactNode } from 'react'
import { initReactI18next } from 'react-i18next'
import { vi } from 'vitest'
import type { Cell, TriggerForms } from '../api-types/cells'
import type { Vocabulary } from '../api-types/vocabulary'
import { CampaignFile } from '../graph/file'
import panels from '../i18n/en/panels.json'
import shell from '../i18n/en/shell.json'
import trigger from '../i18n/en/trigger.json'
import examples from './trigger/examples.json'

// Dialogs and lists with many options: whether each is visible is asked for too often to be asked each time.
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 60_000 })

/** The field of a label, with or without the sign that it must be filled in. */
export function field(label: string, inside: HTMLElement = document.body): HTMLElement {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return within(inside).getByLabelText(new RegExp(`^${escaped}( \\*)?$`), { selector: 'input, textarea' })
}

/** Chooses an option of a field. */
export async function pick(label: string, option: string, inside?: HTMLElement): Promise<void> {
  await userEvent.click(field(label, inside))
  const list = document.getElementById(field(label, inside).getAttribute('aria-controls') ?? '')
  await userEvent.click(within(list ?? document.body).getByText(option))
}

export const press = (name: string | RegExp, inside?: HTMLElement): Promise<void> =>
  userEvent.click((inside ? within(inside) : screen).getByRole('button', { name }))

export const VOCABULARY: Vocabulary = {
  events: [
    {
      type: 'order.paid',
      properties: [
        { path: 'amount', kinds: ['number'] },
        { path: 'city', kinds: ['number'] },
      ],
    },
  ],
  profile: [
    { path: 'country', kinds: ['text'] },
    { path: 'birthday', kinds: ['time'] },
  ],
  channels: [
    {
      kind: 'coupon',
      parameters: [{ name: 'pool', kind: 'pool', required: true, choices: [] }],
      results: ['code', 'pool'],
    },
    { kind: 'log', parameters: [], results: [] },
    {
      kind: 'webhook',
      parameters: [
        { name: 'url', kind: 'text', required: true, choices: [] },
        { name: 'method', kind: 'text', required: false, choices: ['GET', 'POST'] },
        { name: 'headers', kind: 'texts', required: false, choices: [] },
        { name: 'body', kind: 'anything', required: false, choices: [] },
        { name: 'timeout', kind: 'duration', required: false, choices: [] },
      ],
      results: ['status', 'body'],
    },
  ],
  pools: [{ pool: 'WELCOME10', free: 7, issued: 3 }],
  attachments: ['users.csv', 'area.geojson'],
  campaigns: [],
}

/** Members in any order: what an object says does not depend on it. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, sorted(one)]),
        )
      : value
const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Answers the cells of the examples, as the service does; all others do not read. */
function answered(cell: unknown): Cell {
  const found = examples.find(({ text, object }) => text === cell || same(object, cell))
  return found
    ? ({ ...found, problems: [] } as Cell)
    : {
        problems: [
          { element: '', offset: 3, message: 'Expected a condition.', advice: "Maybe you meant 'after'." },
        ],
      }
}

/** Triggers in both forms, as the service tells them; the last has no rows that mean the same. */
const TRIGGERS: TriggerForms[] = [
  { text: '"after P3D" && "always"', rows: [['after P3D'], ['always']], problems: [] },
  { text: '("event a" && "after P1D") || "event b"', problems: [] },
]

/** A service at the other end of the line that knows the examples and the vocabulary. */
export function answering(): void {
  vi.stubGlobal('fetch', (path: string, { body }: { body?: string }) => {
    const asked = body ? (JSON.parse(body) as { cells: unknown[]; trigger?: unknown }) : { cells: [] }
    const told = path.startsWith('/v1/cells')
      ? asked.cells.map(answered)
      : path.startsWith('/v1/triggers')
        ? TRIGGERS.find(({ text, rows }) => same(text, asked.trigger) || same(rows, asked.trigger))
        : VOCABULARY
    return Promise.resolve(new Response(JSON.stringify(told), { status: 200 }))
  })
}

await i18next.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { shell, panels, trigger } },
  defaultNS: 'shell',
  interpolation: { escapeValue: false },
})

export function show(content: ReactNode) {
  const queries = new QueryClient()
  return render(
    <QueryClientProvider client={queries}>
      <MantineProvider env="test">{content}</MantineProvider>
    </QueryClientProvider>,
  )
}

interface EditedProps {
  text: string
  told: (file: CampaignFile) => void
  children: (file: CampaignFile, onChange: (file: CampaignFile) => void) => ReactNode
}

function Edited({ text, told, children }: EditedProps) {
  const [file, setFile] = useState(() => CampaignFile.of(text))
  return children(file, (next) => {
    told(next)
    setFile(next)
  })
}

/** Shows a form of a file that is edited, and answers how the file reads by now. */
export function showFile(text: string, children: EditedProps['children']): () => string {
  let latest = text
  show(
    <Edited text={text} told={(file) => (latest = file.text)}>
      {children}
    </Edited>,
  )
  return () => latest
}
