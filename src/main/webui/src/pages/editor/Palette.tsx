import { Button } from '@mantine/core'
import { IconRocket, IconSquareRoundedPlus, IconTargetArrow } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '../../app/KindIcon'
import { DRAGGED } from '../../canvas/Canvas'
import css from './editor.module.css'
import { ACTIONS } from './parts'

const ICONS: Record<string, ReactNode> = {
  node: <IconSquareRoundedPlus size={16} aria-hidden />,
  when: <IconTargetArrow size={16} aria-hidden />,
  launch: <IconRocket size={16} aria-hidden />,
}

/** What can be put on the canvas: dragged there, or pressed. */
export function Palette({ disabled, onAdd }: { disabled: boolean; onAdd: (item: string) => void }) {
  const { t } = useTranslation('canvas')
  return (
    <div className={css.palette} role="toolbar" aria-label={t('palette')} aria-orientation="vertical">
      {['node', 'when', 'launch', ...ACTIONS].map((item) => (
        <Button
          key={item}
          size="compact-sm"
          variant="default"
          justify="flex-start"
          disabled={disabled}
          draggable={!disabled}
          leftSection={ICONS[item] ?? <KindIcon kind={item} />}
          onClick={() => onAdd(item)}
          onDragStart={(event) => {
            event.dataTransfer.setData(DRAGGED, item)
            event.dataTransfer.effectAllowed = 'copy'
          }}
          aria-label={t('add', { what: t(`part.${item}`) })}
        >
          {t(`part.${item}`)}
        </Button>
      ))}
    </div>
  )
}
