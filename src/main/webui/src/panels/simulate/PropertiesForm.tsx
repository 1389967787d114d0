import {
  ActionIcon,
  Autocomplete,
  Button,
  Group,
  JsonInput,
  SegmentedControl,
  Stack,
  TextInput,
} from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Value } from '../../api-types/simulate'
import { nested, object } from './story'

interface Props {
  /** What to complete names with. */
  names: string[]
  onChange: (values: Record<string, Value> | undefined) => void
}

type Row = [path: string, text: string]

/** Names with values, as a form or as JSON; undefined while the JSON does not read. */
export function PropertiesForm({ names, onChange }: Props) {
  const { t } = useTranslation('simulate')
  const [mode, setMode] = useState('form')
  const [rows, setRows] = useState<Row[]>([['', '']])
  const [json, setJson] = useState('{}')
  const read = object(json)

  const fill = (next: Row[]) => {
    setRows(next)
    onChange(nested(next))
  }
  const type = (text: string) => {
    setJson(text)
    const found = object(text)
    onChange(typeof found === 'string' ? undefined : found)
  }
  const change = (chosen: string) => {
    setMode(chosen)
    if (chosen === 'json') type(JSON.stringify(nested(rows), null, 2))
    else onChange(nested(rows))
  }
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('writtenAs')}
        value={mode}
        onChange={change}
        data={[
          { value: 'form', label: t('form') },
          { value: 'json', label: 'JSON' },
        ]}
      />
      {mode === 'json' ? (
        <JsonInput
          aria-label={t('properties')}
          value={json}
          onChange={type}
          autosize
          minRows={3}
          maxRows={10}
          error={typeof read === 'string' && t('noObject', { why: read })}
        />
      ) : (
        <>
          {rows.map(([path, text], rank) => (
            <Group key={rank} gap="xs" wrap="nowrap">
              <Autocomplete
                aria-label={t('propertyName', { rank: rank + 1 })}
                placeholder={t('name')}
                data={names}
                limit={20}
                value={path}
                onChange={(name) => fill(rows.with(rank, [name, text]))}
              />
              <TextInput
                aria-label={t('propertyValue', { rank: rank + 1 })}
                placeholder={t('value')}
                value={text}
                onChange={(e) => fill(rows.with(rank, [path, e.currentTarget.value]))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('removeProperty', { rank: rank + 1 })}
                onClick={() => fill(rows.toSpliced(rank, 1))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setRows([...rows, ['', '']])}
            >
              {t('addProperty')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  )
}
