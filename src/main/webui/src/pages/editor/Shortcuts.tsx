import { Kbd, Modal, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const KEYS = [
  ['arrows', '← ↑ ↓ →'],
  ['nudge', 'Shift + ← ↑ ↓ →'],
  ['open', 'Enter'],
  ['node', 'N'],
  ['connect', 'C'],
  ['delete', 'Delete'],
  ['undo', 'Ctrl + Z'],
  ['redo', 'Ctrl + Y'],
  ['copy', 'Ctrl + C'],
  ['paste', 'Ctrl + V'],
  ['all', 'Ctrl + A'],
  ['find', 'Ctrl + K, /'],
  ['several', 'Shift + click, Shift + drag'],
  ['help', '?'],
] as const

/** What the keys do on the canvas. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['canvas', 'shell'])
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Table>
        <Table.Tbody>
          {KEYS.map(([what, keys]) => (
            <Table.Tr key={what}>
              <Table.Td>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{t(`keys.${what}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
