import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconDotsVertical,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { moveRow, remove, removeRow, step, type Direction, type Edited, type Place, type Rows } from './rows'

/** Where a cell can go, and by which key. */
export const STEPS: { direction: Direction; icon: typeof IconArrowUp; key: string }[] = [
  { direction: 'left', icon: IconArrowLeft, key: 'ArrowLeft' },
  { direction: 'right', icon: IconArrowRight, key: 'ArrowRight' },
  { direction: 'up', icon: IconArrowUp, key: 'ArrowUp' },
  { direction: 'down', icon: IconArrowDown, key: 'ArrowDown' },
]

interface MenuProps<T> {
  rows: Rows<T>
  onChange: (edited: Edited<T>) => void
}

/** Moves and removes a cell. */
export function CellMenu<T>({ rows, at, name, onChange }: MenuProps<T> & { at: Place; name: string }) {
  const { t } = useTranslation('trigger')
  const ways = STEPS.map((one) => ({ ...one, edited: step(rows, at, one.direction) }))
  return (
    <Menu returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" mt={4} aria-label={t('menuOf', { name })}>
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map(
          ({ direction, icon: Icon, edited }) =>
            edited && (
              <Menu.Item
                key={direction}
                leftSection={<Icon size={16} aria-hidden />}
                onClick={() => onChange(edited)}
              >
                {t(`move.${direction}`)}
              </Menu.Item>
            ),
        )}
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => onChange(remove(rows, at))}
        >
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Moves and removes a row. */
export function RowMenu<T>({ rows, row, onChange }: MenuProps<T> & { row: number }) {
  const { t } = useTranslation('trigger')
  return (
    <Menu returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('menuOfRow', { number: row + 1 })}>
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {row > 0 && (
          <Menu.Item
            leftSection={<IconArrowUp size={16} aria-hidden />}
            onClick={() => onChange(moveRow(rows, row, row - 1))}
          >
            {t('moveRow.up')}
          </Menu.Item>
        )}
        {row < rows.length - 1 && (
          <Menu.Item
            leftSection={<IconArrowDown size={16} aria-hidden />}
            onClick={() => onChange(moveRow(rows, row, row + 1))}
          >
            {t('moveRow.down')}
          </Menu.Item>
        )}
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => onChange(removeRow(rows, row))}
        >
          {t('removeRow')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
