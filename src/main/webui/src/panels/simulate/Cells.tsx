import { Badge, Code, Group, Paper, Stack, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Cell, Judged, Value } from '../../api-types/simulate'

/** True or false, by sign and word. */
export function Truth({ holds }: { holds: boolean }) {
  const { t } = useTranslation('simulate')
  const Icon = holds ? IconCheck : IconX
  return (
    <Badge
      color={holds ? 'teal' : 'gray'}
      variant={holds ? 'filled' : 'outline'}
      leftSection={<Icon size={12} aria-hidden />}
      autoContrast
    >
      {holds ? t('holds') : t('holdsNot')}
    </Badge>
  )
}

function shown(value: Value, none: string): string {
  if (value === null) return none
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function OneCell({ cell }: { cell: Cell }) {
  const { t } = useTranslation('simulate')
  const seen = Object.entries(cell.seen)
  return (
    <Stack gap={2}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Truth holds={cell.holds} />
        <Code>{cell.text}</Code>
      </Group>
      {seen.length > 0 && (
        <Text size="sm" c="dimmed" pl="md">
          {seen.map(([name, value]) => `${name}: ${shown(value, t('missing'))}`).join(' · ')}
        </Text>
      )}
      {cell.where.length > 0 && (
        <Stack gap={2} pl="md">
          <Rows rows={cell.where} />
        </Stack>
      )}
    </Stack>
  )
}

/** All rows must hold, each by one of its cells. */
function Rows({ rows }: { rows: Cell[][] }) {
  const { t } = useTranslation('simulate')
  return rows.map((row, rank) => (
    <Stack gap={4} key={rank}>
      {rank > 0 && (
        <Text size="sm" fw={600}>
          {t('and')}
        </Text>
      )}
      {row.map((cell, place) => (
        <Group key={place} gap="xs" wrap="nowrap" align="flex-start">
          {place > 0 && <Text size="sm">{t('or')}</Text>}
          <OneCell cell={cell} />
        </Group>
      ))}
    </Stack>
  ))
}

/** What became of one trigger, cell by cell. */
export function JudgedTrigger({ judged }: { judged: Judged }) {
  const { t } = useTranslation('simulate')
  const name = judged.rule.slice(judged.rule.indexOf('/') + 1)
  return (
    <Paper withBorder p="xs" component="section" aria-label={name}>
      <Stack gap="xs">
        <Group gap="xs">
          <Text fw={600} size="sm">
            {name}
          </Text>
          <Text size="sm">{judged.from ? `${judged.from} → ${judged.to}` : `→ ${judged.to}`}</Text>
          <Badge variant="light" color={judged.verdict === 'followed' ? 'teal' : 'gray'}>
            {t(`verdict.${judged.verdict}`)}
          </Badge>
        </Group>
        {judged.detail && <Text size="sm">{judged.detail}</Text>}
        <Rows rows={judged.rows} />
      </Stack>
    </Paper>
  )
}
