import { Button, Code, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { stringify } from 'yaml'
import type { Finding } from '../../api-types/problem'
import { keyOfEdge, keyOfEntry, keyOfNode, type Key } from '../../canvas/model'
import type { CampaignGraph } from '../../graph/campaign'
import { NAME, rankEdge, renameNode } from '../../graph/edits'
import type { CampaignFile } from '../../graph/file'
import { isMap } from '../../graph/print'
import { EdgePanel, EntryPanel, NodePanel, SettingsPanel, TriggerView } from '../../panels'

interface Props {
  file: CampaignFile
  graph: CampaignGraph
  selection: ReadonlySet<Key>
  readOnly: boolean
  findings: Finding[]
  onChange: (file: CampaignFile) => void
}

/** The form of what is selected; of the campaign as a whole where nothing is. */
export function SidePanel(props: Props) {
  const { t } = useTranslation('canvas')
  const { graph, selection } = props
  const node = graph.nodes.find(({ id }) => selection.has(keyOfNode(id)))
  const edge = graph.edges.find(({ id }) => selection.has(keyOfEdge(id)))
  const entry = graph.entries.find(({ id }) => selection.has(keyOfEntry(id)))
  if (selection.size > 1) return <Text>{t('panel.several', { count: selection.size })}</Text>
  if (node) return <OfNode key={node.id} {...props} id={node.id} />
  // What is gone and only drawn beside the rest has no place in the file.
  if (edge && edge.index >= 0) return <OfEdge key={edge.id} {...props} index={edge.index} />
  if (entry && entry.index >= 0) return <OfEntry key={entry.id} {...props} index={entry.index} />
  return <OfCampaign {...props} />
}

function Form({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Title>
      {children}
    </Stack>
  )
}

/** A part of the file for whoever may only look. */
function AsText({ value }: { value: unknown }) {
  return <Code block>{stringify(value ?? {}, { lineWidth: 0 })}</Code>
}

function OfNode({ file, id, readOnly, findings, onChange }: Props & { id: string }) {
  const { t } = useTranslation('canvas')
  return (
    <Form title={t('name.node', { id })}>
      {readOnly ? (
        <AsText value={file.get(['nodes', id])} />
      ) : (
        <>
          <NodeName file={file} id={id} onChange={onChange} />
          <NodePanel file={file} id={id} findings={findings} onChange={onChange} />
        </>
      )}
    </Form>
  )
}

function NodeName({ file, id, onChange }: { file: CampaignFile; id: string; onChange: Props['onChange'] }) {
  const { t } = useTranslation('canvas')
  const [name, setName] = useState(id)
  const taken = name !== id && file.get(['nodes', name]) !== undefined
  const wrong = !NAME.test(name) ? t('panel.badName') : taken ? t('panel.takenName') : undefined
  const rename = () => !wrong && name !== id && onChange(renameNode(file, id, name))
  return (
    <TextInput
      label={t('panel.name')}
      value={name}
      error={wrong}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={rename}
      onKeyDown={(event) => event.key === 'Enter' && rename()}
    />
  )
}

function OfEdge({ file, graph, index, readOnly, findings, onChange }: Props & { index: number }) {
  const { t } = useTranslation(['canvas', 'panels'])
  const { from, to, rank } = graph.edges[index]!
  const siblings = graph.edges.filter((edge) => edge.from === from).length
  const ranking = (by: -1 | 1) => (
    <Button
      size="compact-sm"
      variant="default"
      disabled={by < 0 ? rank === 1 : rank === siblings}
      leftSection={by < 0 ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden />}
      onClick={() => onChange(rankEdge(file, index, by))}
    >
      {t(by < 0 ? 'panel.earlier' : 'panel.later')}
    </Button>
  )
  return (
    <Form title={t('name.edge', { rank, from, to })}>
      {readOnly ? (
        <TriggerView
          label={t('panels:edge.when')}
          site="edge"
          value={file.get(['edges', index, 'when'])}
          findings={findings}
          element={`edges[${index}].when`}
        />
      ) : (
        <>
          {siblings > 1 && (
            <Group gap="xs">
              <Text size="sm">{t('panel.rank', { rank, of: siblings })}</Text>
              {ranking(-1)}
              {ranking(1)}
            </Group>
          )}
          <EdgePanel file={file} index={index} findings={findings} onChange={onChange} />
        </>
      )}
    </Form>
  )
}

function OfEntry({ file, graph, index, readOnly, findings, onChange }: Props & { index: number }) {
  const { t } = useTranslation('canvas')
  return (
    <Form title={t('name.entry', { rank: index + 1, to: graph.entries[index]!.to })}>
      {readOnly ? (
        <EntryView file={file} index={index} findings={findings} />
      ) : (
        <EntryPanel file={file} index={index} findings={findings} onChange={onChange} />
      )}
    </Form>
  )
}

function EntryView({ file, index, findings }: Pick<Props, 'file' | 'findings'> & { index: number }) {
  const { t } = useTranslation(['canvas', 'panels'])
  const launch = file.get(['entry', index, 'launch'])
  if (launch !== undefined) return <AsText value={{ launch }} />
  return (
    <TriggerView
      label={t('panels:entry.when')}
      site="entry"
      value={file.get(['entry', index, 'when'])}
      findings={findings}
      element={`entry[${index}].when`}
    />
  )
}

const DRAWN = ['entry', 'nodes', 'edges']

function OfCampaign({ file, readOnly, findings, onChange }: Props) {
  const { t } = useTranslation('canvas')
  const all = file.get([])
  const rest = Object.entries(isMap(all) ? all : {}).filter(([key]) => !DRAWN.includes(key))
  return (
    <Form title={t('panel.campaign')}>
      {readOnly ? (
        <AsText value={Object.fromEntries(rest)} />
      ) : (
        <SettingsPanel file={file} findings={findings} onChange={onChange} />
      )}
    </Form>
  )
}
