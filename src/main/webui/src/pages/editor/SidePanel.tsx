import { Button, Group, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parse, stringify } from 'yaml'
import type { Finding } from '../../api-types/problem'
import { keyOfEdge, keyOfEntry, keyOfNode, type Key } from '../../canvas/model'
import type { CampaignGraph, GraphEdge } from '../../graph/campaign'
import { NAME, rankEdge, renameNode } from '../../graph/edits'
import type { Path } from '../../graph/editable'
import type { CampaignFile } from '../../graph/file'

interface Props {
  file: CampaignFile
  graph: CampaignGraph
  selection: ReadonlySet<Key>
  readOnly: boolean
  findings: { byElement: ReadonlyMap<string, Finding[]> }
  onChange: (file: CampaignFile) => void
}

/** The form of what is selected; of the campaign as a whole where nothing is. */
export function SidePanel({ file, graph, selection, readOnly, onChange }: Props) {
  const { t } = useTranslation('canvas')
  const node = graph.nodes.find(({ id }) => selection.has(keyOfNode(id)))
  const edge = graph.edges.find(({ id }) => selection.has(keyOfEdge(id)))
  const entry = graph.entries.find(({ id }) => selection.has(keyOfEntry(id)))
  if (selection.size > 1) return <Text>{t('panel.several', { count: selection.size })}</Text>
  const nodes = graph.nodes.map(({ id }) => id)
  const part = { file, readOnly, onChange }
  if (node)
    return (
      <Stack gap="sm" key={node.id}>
        <Title order={2} size="h4">
          {t('name.node', { id: node.id })}
        </Title>
        <NodeName {...part} id={node.id} />
        <Part {...part} path={['nodes', node.id]} label={t('panel.node')} />
      </Stack>
    )
  if (edge)
    return (
      <Stack gap="sm" key={edge.id}>
        <Title order={2} size="h4">
          {t('name.edge', { rank: edge.rank, from: edge.from, to: edge.to })}
        </Title>
        <EdgeEnds {...part} edge={edge} nodes={nodes} />
        <Part {...part} path={['edges', edge.index, 'when']} label={t('panel.when')} />
      </Stack>
    )
  if (entry)
    return (
      <Stack gap="sm" key={entry.id}>
        <Title order={2} size="h4">
          {t('name.entry', { rank: entry.index + 1, to: entry.to })}
        </Title>
        <Part {...part} path={['entry', entry.index]} label={t('panel.entry')} />
      </Stack>
    )
  return <Text>{t('panel.nothing')}</Text>
}

interface PartProps {
  file: CampaignFile
  readOnly: boolean
  onChange: (file: CampaignFile) => void
}

function NodeName({ file, id, readOnly, onChange }: PartProps & { id: string }) {
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
      readOnly={readOnly}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={rename}
      onKeyDown={(event) => event.key === 'Enter' && rename()}
    />
  )
}

function EdgeEnds({
  file,
  edge,
  nodes,
  readOnly,
  onChange,
}: PartProps & { edge: GraphEdge; nodes: string[] }) {
  const { t } = useTranslation('canvas')
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <Select
          key={end}
          label={t(`panel.${end}`)}
          data={nodes}
          value={edge[end]}
          disabled={readOnly}
          allowDeselect={false}
          onChange={(value) => value && onChange(file.set(['edges', edge.index, end], value))}
        />
      ))}
      <Group gap="xs">
        <Text size="sm">{t('panel.rank', { rank: edge.rank })}</Text>
        <Button
          size="compact-sm"
          variant="default"
          disabled={readOnly}
          leftSection={<IconArrowUp size={14} aria-hidden />}
          onClick={() => onChange(rankEdge(file, edge.index, -1))}
        >
          {t('panel.earlier')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={readOnly}
          leftSection={<IconArrowDown size={14} aria-hidden />}
          onClick={() => onChange(rankEdge(file, edge.index, 1))}
        >
          {t('panel.later')}
        </Button>
      </Group>
    </>
  )
}

/** A part of the file as text. */
function Part({ file, path, label, readOnly, onChange }: PartProps & { path: Path; label: string }) {
  const { t } = useTranslation('canvas')
  const written = stringify(file.get(path) ?? null, { lineWidth: 0 })
  const [draft, setDraft] = useState<{ of: string; text: string }>()
  const [wrong, setWrong] = useState('')
  const text = draft?.of === written ? draft.text : written
  const take = () => {
    try {
      setWrong('')
      onChange(file.set(path, parse(text)))
    } catch (error) {
      setWrong(error instanceof Error ? error.message : t('panel.unreadable'))
    }
  }
  return (
    <Textarea
      label={label}
      autosize
      minRows={4}
      maxRows={24}
      readOnly={readOnly}
      value={text}
      error={wrong}
      styles={{ input: { fontFamily: 'monospace', fontSize: 13 } }}
      onChange={(event) => setDraft({ of: written, text: event.currentTarget.value })}
      onBlur={take}
    />
  )
}
