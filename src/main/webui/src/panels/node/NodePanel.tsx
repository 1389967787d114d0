import { Box, Button, Menu, Radio, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '../../app/KindIcon'
import { FindingList, findingsOf } from '../fields/FindingList'
import { useWords, WordsOf } from '../fields/words'
import { listAt, put, textAt, type PanelProps } from '../fields/writing'
import { ActionCard } from './ActionCard'
import { offers } from './catalogue'

const STRATEGIES = ['serial', 'parallel', 'priority'] as const

/** A node: what is done on arrival, and how its actions depend on each other. */
export function NodePanel({ file, id, onChange, findings }: PanelProps & { id: string }) {
  const { t } = useTranslation('panels')
  const element = `nodes.${id}`
  const strategy = ['nodes', id, 'strategy']
  const count = listAt(file, ['nodes', id, 'actions']).length
  return (
    <WordsOf file={file}>
      <Stack gap="md">
        {/* A node may hold nothing; the node itself stays. */}
        <Actions {...{ file, id, onChange, findings }} />
        {(count > 1 || file.get(strategy) !== undefined) && (
          <Radio.Group
            label={t('node.strategy')}
            value={textAt(file, strategy) || 'serial'}
            onChange={(next) => onChange(put(file, strategy, next === 'serial' ? undefined : next, 2))}
          >
            <Stack gap="xs" mt={4}>
              {STRATEGIES.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`node.strategyName.${one}`)}
                  description={t(`node.strategyHelp.${one}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <FindingList findings={findingsOf(findings, element, true)} />
      </Stack>
    </WordsOf>
  )
}

function Actions({ file, id, onChange, findings }: PanelProps & { id: string }) {
  const { t } = useTranslation('panels')
  const list = ['nodes', id, 'actions']
  const actions = listAt(file, list)
  const root = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<number | null>(null)
  const [rest, setRest] = useState<{ index: number } | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)

  useLayoutEffect(() => {
    if (!rest) return
    const target =
      root.current?.querySelector<HTMLElement>(`[data-action="${rest.index}"]`) ??
      root.current?.querySelector<HTMLElement>('[data-add]')
    target?.focus()
  }, [rest])

  function move(from: number, to: number) {
    if (to < 0 || to >= actions.length || to === from) return
    onChange(file.move(list, from, to))
    setOpened((was) => (was === from ? to : null))
    setRest({ index: to })
  }

  function addKind(kind: string) {
    onChange(file.insert(list, actions.length, { [kind]: {} }))
    setOpened(actions.length)
    setRest({ index: actions.length })
  }

  function remove(index: number) {
    onChange(actions.length === 1 ? file.remove(list) : file.remove([...list, index]))
    setOpened(null)
    setRest({ index: Math.min(index, actions.length - 2) })
  }

  return (
    <Stack gap="xs" ref={root} role="group" aria-label={t('node.actions')}>
      <Text size="sm" fw={500}>
        {t('node.actions')}
      </Text>
      {actions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('node.none')}
        </Text>
      )}
      <Box component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {actions.map((item, index) => (
          <Box
            component="li"
            key={index}
            mb="xs"
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null) move(dragged, index)
              setDragged(null)
            }}
          >
            <ActionCard
              item={item}
              index={index}
              count={actions.length}
              element={`nodes.${id}.actions[${index}]`}
              findings={findings}
              opened={opened === index}
              onToggle={() => setOpened(opened === index ? null : index)}
              onParameter={(kind, name, value) => {
                const at = [...list, index, kind, name]
                onChange(value === undefined ? file.remove(at) : file.set(at, value))
              }}
              onMove={(to) => move(index, to)}
              onRemove={() => remove(index)}
              drag={{
                onDragStart: (event) => {
                  event.dataTransfer.setData('text/plain', String(index))
                  setDragged(index)
                },
                onDragEnd: () => setDragged(null),
              }}
            />
          </Box>
        ))}
      </Box>
      <NewAction onAdd={addKind} />
    </Stack>
  )
}

function NewAction({ onAdd }: { onAdd: (kind: string) => void }) {
  const { t } = useTranslation('panels')
  const all = offers(useWords())
  const items = (offered: boolean) =>
    all
      .filter((one) => one.offered === offered)
      .map(({ kind }) => (
        <Menu.Item key={kind} leftSection={<KindIcon kind={kind} size={16} />} onClick={() => onAdd(kind)}>
          {t(`action.kind.${kind}`, { defaultValue: kind })}
        </Menu.Item>
      ))
  return (
    <Menu returnFocus={false}>
      <Menu.Target>
        <Button
          data-add
          variant="light"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
        >
          {t('node.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items(true)}
        {all.some(({ offered }) => !offered) && <Menu.Label>{t('node.notOffered')}</Menu.Label>}
        {items(false)}
      </Menu.Dropdown>
    </Menu>
  )
}
