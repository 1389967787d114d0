import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../fields/words'
import { isMap } from '../../graph/print'
import { type PanelProps } from '../fields/writing'
import { Part, useField, WordSetting, type FieldProps } from './fields'

/** What a new version means for those inside earlier ones, and what a pause does to what fell due in it. */
export function VersionsPart(props: PanelProps) {
  return (
    <Part element="on-resume" findings={props.findings}>
      <OnChange {...props} path={['on-change']} name="onChange" />
      <WordSetting {...props} path={['on-resume']} name="onResume" words={['fire', 'skip']} />
    </Part>
  )
}

function OnChange(props: FieldProps) {
  const { t } = useTranslation('panels')
  const { label, description, error, write } = useField(props)
  const value = props.file.get(props.path)
  const migrates = isMap(value)
  const nodes = migrates && isMap(value.migrate) ? value.migrate : {}
  return (
    <Stack gap="xs">
      <Select
        {...{ label, description, error }}
        allowDeselect={false}
        value={migrates ? 'migrate' : value === 'follow' ? 'follow' : 'pin'}
        data={['pin', 'follow', 'migrate'].map((one) => ({
          value: one,
          label: t(`settings.word.onChange.${one}`),
        }))}
        onChange={(next) =>
          write(next === 'migrate' ? { migrate: { '': '' } } : next === 'follow' ? next : undefined)
        }
      />
      {migrates && <Migrations value={nodes} onChange={(next) => write({ migrate: next })} />}
    </Stack>
  )
}

interface Props {
  value: Record<string, unknown>
  onChange: (value: Record<string, unknown>) => void
}

/** Which node of this version each former one leads to. */
function Migrations({ value, onChange }: Props) {
  const { t } = useTranslation('panels')
  const { nodes } = useWords()
  const entries = Object.entries(value)
  const write = (next: [string, unknown][]) => onChange(Object.fromEntries(next))
  return (
    <Stack gap={4} role="group" aria-label={t('settings.migrate')}>
      {entries.map(([from, to], index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            label={t('settings.migrateFrom')}
            value={from}
            onChange={(event) => {
              const name = event.currentTarget.value
              // Two former nodes of one name would become one.
              if (!(name in value)) write(entries.map((one, i) => (i === index ? [name, to] : one)))
            }}
          />
          <Select
            label={t('settings.migrateTo')}
            flex={1}
            searchable
            allowDeselect={false}
            value={String(to) || null}
            data={nodes}
            onChange={(node) => node && write(entries.map((one, i) => (i === index ? [from, node] : one)))}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size="input-sm"
            disabled={entries.length === 1}
            aria-label={t('removeNamed', { name: from })}
            onClick={() => write(entries.filter((_, i) => i !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="compact-sm"
        variant="light"
        w="fit-content"
        disabled={'' in value}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => write([...entries, ['', '']])}
      >
        {t('settings.addMigration')}
      </Button>
    </Stack>
  )
}
