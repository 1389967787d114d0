import { Button, Text } from '@mantine/core'
import { IconRocket, IconSquareRoundedPlus, IconTargetArrow } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '../../app/KindIcon'
import { DRAGGED } from '../../canvas/Canvas'
import { useVocabulary } from '../../panels/fields/useVocabulary'
import css from './editor.module.css'
import { kindsOf } from './parts'

const ICONS: Record<string, ReactNode> = {
  node: <IconSquareRoundedPlus size={16} aria-hidden />,
  when: <IconTargetArrow size={16} aria-hidden />,
  launch: <IconRocket size={16} aria-hidden />,
}

interface Props {
  disabled: boolean
  onAdd: (item: string) => void
}

/** What can be put on the canvas: dragged there, or pressed. */
export function Palette(props: Props) {
  const { t } = useTranslation('canvas')
  const { words, asked } = useVocabulary()
  const kinds = asked ? [] : kindsOf(words)
  const others = kinds.filter(({ offered }) => !offered)
  return (
    <div className={css.palette} role="toolbar" aria-label={t('palette')} aria-orientation="vertical">
      {Object.keys(ICONS).map((item) => (
        <Part key={item} item={item} {...props} />
      ))}
      {kinds.map(({ kind, offered }) => offered && <Part key={kind} item={kind} {...props} />)}
      {others.length > 0 && (
        <Text size="sm" lh={1.3} mt={4} className={css.apart}>
          {t('notPerformed')}
        </Text>
      )}
      {others.map(({ kind }) => (
        <Part key={kind} item={kind} {...props} />
      ))}
    </div>
  )
}

function Part({ item, disabled, onAdd }: Props & { item: string }) {
  const { t } = useTranslation('canvas')
  const name = t(`part.${item}`, { defaultValue: item })
  return (
    <Button
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
      aria-label={t('add', { what: name })}
      title={name}
    >
      {name}
    </Button>
  )
}
