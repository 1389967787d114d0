import {
  ActionIcon,
  Badge,
  Box,
  Collapse,
  Group,
  Paper,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconGripVertical, IconTrash } from '@tabler/icons-react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api-types/problem'
import { KindIcon } from '../../app/KindIcon'
import { actionOf } from '../../graph/actions'
import { FindingList, findingsOf } from '../fields/FindingList'
import { useWords } from '../fields/words'
import { parametersOf, takesAny } from './catalogue'
import { NewParameter } from './NewParameter'
import { OrderMenu } from './OrderMenu'
import { ParameterField } from './ParameterField'

interface Props {
  item: unknown
  /** Its rank among the actions of the node. */
  index: number
  count: number
  element: string
  findings: Finding[]
  opened: boolean
  onToggle: () => void
  onParameter: (kind: string, name: string, value: unknown) => void
  onMove: (to: number) => void
  onRemove: () => void
  drag: { onDragStart: (event: DragEvent) => void; onDragEnd: () => void }
}

/** An action: its kind and id, and within them its parameters. */
export function ActionCard(props: Props) {
  const { item, index, element, opened, onToggle, onParameter, onMove, onRemove } = props
  const { t } = useTranslation('panels')
  const words = useWords()
  const action = actionOf(item)
  const kind = action?.kind ?? '?'
  const parameters = action?.parameters ?? {}
  const id = parameters.id === undefined ? '' : String(parameters.id)
  const name = id && id !== kind ? `${kind} ${id}` : kind
  const Chevron = opened ? IconChevronDown : IconChevronRight
  const findings = findingsOf(props.findings, element)
  const known = parametersOf(words, kind)
  const more = Object.keys(parameters).filter(
    (key) => key !== 'id' && !known.some((parameter) => parameter.name === key),
  )
  const errorOf = (key: string) =>
    findingsOf(findings, `${element}.${kind}.${key}`)
      .map(({ message, advice }) => `${message} ${advice ?? ''}`.trim())
      .join(' ') || undefined
  const elsewhere = findings.filter((finding) => !finding.element?.startsWith(`${element}.${kind}.`))

  function onKey(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(index + (event.key === 'ArrowUp' ? -1 : 1))
  }

  return (
    <Paper withBorder p="xs">
      <Group gap={4} wrap="nowrap">
        <Box
          component="span"
          draggable
          aria-hidden
          title={t('drag')}
          style={{ cursor: 'grab' }}
          {...props.drag}
        >
          <IconGripVertical size={16} />
        </Box>
        <UnstyledButton
          flex={1}
          miw={0}
          data-action={index}
          aria-expanded={opened}
          onClick={onToggle}
          onKeyDown={onKey}
        >
          <Group gap="xs" wrap="nowrap">
            <Chevron size={16} aria-hidden />
            <KindIcon kind={kind} size={18} />
            <Text size="sm" fw={600} truncate>
              {name}
            </Text>
            {findings.length > 0 && (
              <Badge color="red" size="sm" aria-label={t('findingCount', { count: findings.length })}>
                {findings.length}
              </Badge>
            )}
          </Group>
        </UnstyledButton>
        <OrderMenu {...{ name, index, count: props.count, onMove, onRemove }} />
      </Group>
      <Collapse in={opened}>
        {opened && (
          <Stack gap="sm" mt="xs">
            <TextInput
              label={t('action.id')}
              description={t('action.idHelp')}
              placeholder={kind}
              value={id}
              error={errorOf('id')}
              onChange={(event) => onParameter(kind, 'id', event.currentTarget.value || undefined)}
            />
            {known.map((parameter) => (
              <ParameterField
                key={parameter.name}
                parameter={parameter}
                value={parameters[parameter.name]}
                error={errorOf(parameter.name)}
                onChange={(value) => onParameter(kind, parameter.name, value)}
              />
            ))}
            {more.map((key) => (
              <Group key={key} gap={4} wrap="nowrap" align="flex-start">
                <Box flex={1} miw={0}>
                  <ParameterField
                    parameter={{ name: key, kind: 'anything', required: false, choices: [] }}
                    value={parameters[key]}
                    error={errorOf(key)}
                    onChange={(value) => onParameter(kind, key, value ?? '')}
                  />
                </Box>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  mt={28}
                  aria-label={t('removeNamed', { name: key })}
                  onClick={() => onParameter(kind, key, undefined)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            ))}
            {takesAny(words, kind) && (
              <NewParameter
                taken={[...Object.keys(parameters), 'id']}
                onAdd={(key) => onParameter(kind, key, '')}
              />
            )}
          </Stack>
        )}
      </Collapse>
      <FindingList findings={opened ? elsewhere : findings} />
    </Paper>
  )
}
