import { useTranslation } from 'react-i18next'
import { keyOfNode, type Key } from '../../canvas/model'
import type { CampaignGraph } from '../../graph/campaign'
import { Choose, useFindable } from './Find'
import { Shortcuts } from './Shortcuts'

export type Dialog = 'find' | 'keys' | 'connect'

interface Props {
  dialog: Dialog | undefined
  graph: CampaignGraph
  selection: ReadonlySet<Key>
  onClose: () => void
  onFound: (key: Key) => void
  onConnect: (from: string, to: string) => void
}

/** The dialogs of the editor, of which one is open at most. */
export function Dialogs({ dialog, graph, selection, onClose, onFound, onConnect }: Props) {
  const { t } = useTranslation('canvas')
  const findable = useFindable(graph)
  switch (dialog) {
    case 'keys':
      return <Shortcuts onClose={onClose} />
    case 'find':
      return (
        <Choose
          title={t('find')}
          label={t('findWhat')}
          options={findable}
          onClose={onClose}
          onChoose={onFound}
        />
      )
    case 'connect': {
      const from = graph.nodes.find(({ id }) => selection.has(keyOfNode(id)))?.id
      if (from === undefined) return null
      return (
        <Choose
          title={t('connect', { from })}
          label={t('connectTo')}
          options={graph.nodes.map(({ id }) => ({ value: id, label: id }))}
          onClose={onClose}
          onChoose={(to) => onConnect(from, to)}
        />
      )
    }
    default:
      return null
  }
}
