import { Box, Code, Group, Paper, Stack, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Cell } from '../../api-types/users'
import { pairs } from './values'

/** A trigger as it was seen: rows that must all hold, of whose cells one is enough. */
export function Cells({ rows }: { rows: Cell[][] }) {
  const { t } = useTranslation('users')
  if (rows.length === 0) return <Text size="sm">{t('noCells')}</Text>
  return (
    <Stack gap={4} component="ol" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('rows')}>
      {rows.map((row, place) => (
        <Box component="li" key={place}>
          {place > 0 && (
            <Text size="sm" c="dimmed" ta="center">
              {t('and')}
            </Text>
          )}
          <Paper withBorder p="xs">
            <Stack gap={4}>
              {row.map((cell, column) => (
                <Box key={column}>
                  {column > 0 && (
                    <Text size="sm" c="dimmed">
                      {t('or')}
                    </Text>
                  )}
                  <OneCell cell={cell} />
                </Box>
              ))}
            </Stack>
          </Paper>
        </Box>
      ))}
    </Stack>
  )
}

function OneCell({ cell }: { cell: Cell }) {
  const { t } = useTranslation('users')
  const seen = pairs(cell.seen)
  return (
    <Box>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Truth holds={cell.holds} />
        <Code style={{ fontSize: 13, whiteSpace: 'pre-wrap' }}>{cell.text}</Code>
      </Group>
      {seen.length > 0 && (
        <Text size="sm" c="dimmed" pl="md">
          {t('seen', { values: seen.join(', ') })}
        </Text>
      )}
      {cell.where.length > 0 && (
        <Box pl="md" pt={4}>
          <Cells rows={cell.where} />
        </Box>
      )}
    </Box>
  )
}

function Truth({ holds }: { holds: boolean }) {
  const { t } = useTranslation('users')
  const Icon = holds ? IconCheck : IconX
  return (
    <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
      <Icon
        size={16}
        color={holds ? 'var(--mantine-color-teal-filled)' : 'var(--mantine-color-red-filled)'}
        aria-hidden
      />
      <Text size="sm" fw={500}>
        {holds ? t('holds') : t('holdsNot')}
      </Text>
    </Group>
  )
}
