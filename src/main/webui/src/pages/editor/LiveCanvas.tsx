import { Button, Group, Paper, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { IconPencil } from '@tabler/icons-react'
import { useCallback, useMemo, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '../../api'
import type { Finding } from '../../api-types/problem'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import { useSession } from '../../app/session'
import { completed } from '../../canvas/arrange'
import { Canvas } from '../../canvas/Canvas'
import { changesOf, together } from '../../canvas/changes'
import { focused } from '../../canvas/focus'
import { createMarks, MarksProvider } from '../../canvas/marks'
import type { Difference, Key, Places } from '../../canvas/model'
import { graphOf } from '../../graph/campaign'
import { CampaignFile } from '../../graph/file'
import type { TabProps } from '../campaign/tab'
import css from './editor.module.css'
import type { Version } from '../../api-types/campaigns'
import { diff, versions } from '../campaigns/requests'
import { LiveOverlay } from './LiveOverlay'
import { fileOf, layout } from './service'
import { SidePanel } from './SidePanel'

const NO_FINDINGS: ReadonlyMap<string, Finding[]> = new Map()
const NONE: Finding[] = []
const nothing = () => {}
const NO_CHANGES: ReadonlyMap<Key, Difference> = new Map()

/** A campaign as it is live, or as one of its versions was, compared with another one where one likes. */
export default function LiveCanvas({ campaign }: TabProps) {
  const { t } = useTranslation('canvas')
  const query = useQuery({
    queryKey: ['canvas', campaign],
    queryFn: async ({ signal }) => {
      const [all, places] = await Promise.all([versions(campaign), layout(campaign, signal)])
      return { all, places }
    },
    retry: false,
  })
  const { may } = useSession()
  if (query.isPending) return <Waiting />
  const unpublished = query.error instanceof ApiError && query.error.status === 404
  if (query.isError && !unpublished) return <Failure error={query.error} retry={() => void query.refetch()} />
  const open = query.data?.all.find((one) => one.open) ?? query.data?.all[0]
  return (
    <ReactFlowProvider>
      {open ? (
        <Versions campaign={campaign} open={open.version} {...query.data!} />
      ) : (
        <Text>{t('view.none')}</Text>
      )}
      {may('edit') && (
        <Button
          mt="sm"
          component={Link}
          to={`/drafts/${campaign}`}
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          {t('view.edit')}
        </Button>
      )}
    </ReactFlowProvider>
  )
}

function Versions({
  campaign,
  open,
  all,
  places,
}: TabProps & { open: number; all: Version[]; places: Places }) {
  const { t } = useTranslation('canvas')
  const [chosen, setChosen] = useState(open)
  const [other, setOther] = useState<number>()
  const options = all.map(({ version }) => ({
    value: String(version),
    label: t('changes.version', { version }),
  }))
  const shown = useFile(campaign, chosen)
  const before = useFile(campaign, other)
  const changes = useQuery({
    queryKey: ['diff', campaign, other, chosen],
    queryFn: () => diff(campaign, other!, chosen),
    enabled: other !== undefined,
  })
  const remarks = useMemo(
    () => ({
      findings: NO_FINDINGS,
      changes: other && changes.data ? changesOf(changes.data.changes) : NO_CHANGES,
    }),
    [other, changes.data],
  )
  const file = useMemo(() => CampaignFile.of(shown.data ?? ''), [shown.data])
  const graph = useMemo(() => {
    const now = graphOf(file)
    return before.data ? together(now, graphOf(CampaignFile.of(before.data)), remarks.changes) : now
  }, [file, before.data, remarks])
  const standing = useMemo(() => completed(graph, places), [graph, places])
  const [selection, setSelection] = useState<ReadonlySet<Key>>(new Set())
  const [marks] = useState(createMarks)
  const choose = useCallback(
    (keys: Key[]) => setSelection((now) => (sameKeys(now, keys) ? now : new Set(keys))),
    [],
  )

  const chooseByKey = (event: KeyboardEvent) => {
    const key = event.key === 'Enter' || event.key === ' ' ? focused(event.target) : undefined
    if (!key && event.key !== 'Escape') return
    choose(key ? [key] : [])
    event.preventDefault()
  }

  return (
    <>
      <Group mb="sm">
        <Select
          label={t('view.version')}
          data={options}
          value={String(chosen)}
          allowDeselect={false}
          onChange={(value) => setChosen(Number(value))}
        />
        <Select
          label={t('changes.between')}
          placeholder={t('changes.nothing')}
          data={options.filter(({ value }) => value !== String(chosen))}
          value={other === undefined ? null : String(other)}
          clearable
          onChange={(value) => setOther(value ? Number(value) : undefined)}
        />
      </Group>
      {chosen === open && other === undefined && <LiveOverlay campaign={campaign} marks={marks} />}
      {shown.isError && <Failure error={shown.error} retry={() => void shown.refetch()} />}
      {shown.isPending && <Waiting />}
      {shown.isSuccess && (
        <div className={`${css.middle} ${css.viewer}`}>
          {/* The elements on it can be focused; Enter says more of them. */}
          {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
          <div className={css.drawing} onKeyDown={chooseByKey}>
            <MarksProvider value={marks}>
              <Canvas
                key={chosen}
                graph={graph}
                places={standing}
                remarks={remarks}
                selection={selection}
                onSelect={choose}
              />
            </MarksProvider>
          </div>
          {selection.size > 0 && (
            <Paper withBorder p="sm" className={css.side} component="aside" aria-label={t('panel.title')}>
              <SidePanel
                readOnly
                file={file}
                graph={graph}
                selection={selection}
                findings={NONE}
                onChange={nothing}
              />
            </Paper>
          )}
        </div>
      )}
    </>
  )
}

function sameKeys(now: ReadonlySet<Key>, keys: Key[]): boolean {
  return now.size === keys.length && keys.every((key) => now.has(key))
}

function useFile(campaign: string, version: number | undefined) {
  return useQuery({
    queryKey: ['campaign', campaign, 'yaml', version],
    queryFn: async () => (await fileOf(campaign, version)) ?? '',
    enabled: version !== undefined,
    staleTime: Infinity,
  })
}
