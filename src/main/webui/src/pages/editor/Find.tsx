import { Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOfEdge, keyOfEntry, keyOfNode, type Key } from '../../canvas/model'
import type { CampaignGraph } from '../../graph/campaign'

interface Props {
  title: string
  label: string
  options: { value: string; label: string }[]
  onClose: () => void
  onChoose: (value: string) => void
}

/**
 * Chooses one of many by typing a part of it. What is typed is kept here: left to itself, a Select
 * forgets it whenever it is drawn with a new list, which is each time the graph is looked at anew.
 */
export function Choose({ title, label, options, onClose, onChoose }: Props) {
  const { t } = useTranslation(['canvas', 'shell'])
  const [sought, seek] = useState('')
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <Select
        label={label}
        data={options}
        searchable
        searchValue={sought}
        onSearchChange={seek}
        data-autofocus
        limit={50}
        maxDropdownHeight={320}
        nothingFoundMessage={t('shell:nothing')}
        selectFirstOptionOnChange
        onChange={(value) => {
          onClose()
          if (value) onChoose(value)
        }}
      />
    </Modal>
  )
}

/** Everything that can be jumped to: entries, nodes with their actions, edges. */
export function useFindable(graph: CampaignGraph): { value: Key; label: string }[] {
  const { t } = useTranslation('canvas')
  return [
    ...graph.nodes.map(({ id, actions }) => ({
      value: keyOfNode(id),
      label: [t('name.node', { id }), ...actions.map(({ kind, text }) => `${kind} ${text}`.trim())].join(
        ' · ',
      ),
    })),
    ...graph.entries.map(({ id, index, to, summary }) => ({
      value: keyOfEntry(id),
      label: `${t('name.entry', { rank: index + 1, to })} · ${summary}`,
    })),
    ...graph.edges.map(({ id, rank, from, to, summary }) => ({
      value: keyOfEdge(id),
      label: `${t('name.edge', { rank, from, to })} · ${summary}`,
    })),
  ]
}
