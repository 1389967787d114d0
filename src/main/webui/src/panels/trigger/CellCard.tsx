import { Box, Group, Paper, Text, UnstyledButton } from '@mantine/core'
import { IconAlertCircle, IconQuestionMark } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../api-types/cells'
import type { Finding } from '../../api-types/problem'
import { FindingList } from '../fields/FindingList'
import { KINDS, kindOf } from './kinds'
import { Phrases } from './phrase'
import { useCell } from './reading'

const STIFF = { flex: 'none' }

interface Props {
  cell: unknown
  site: Site
  findings: Finding[]
  /** Left out where one may only look. */
  onOpen?: () => void
}

/** A cell as it stands in the grid: in words, and in the text of the file. Opens its form, where it may be changed. */
export function CellCard({ cell, site, findings, onOpen }: Props) {
  const { t, i18n } = useTranslation('trigger')
  const { data, isPending } = useCell(cell, site)
  const phrases = useMemo(() => new Phrases(t, i18n.language), [t, i18n.language])
  const kind = kindOf(data?.object)
  const Icon = kind ? KINDS[kind].icon : IconQuestionMark
  const words = data?.object && phrases.of(data.object)
  const text = data?.text ?? (typeof cell === 'string' ? cell : JSON.stringify(cell))
  const broken = !!data && data.problems.length > 0
  const said = (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      {broken ? (
        <IconAlertCircle
          size={18}
          style={STIFF}
          color="var(--mantine-color-error)"
          aria-label={t('broken')}
        />
      ) : (
        <Icon size={18} style={{ ...STIFF, visibility: isPending ? 'hidden' : undefined }} aria-hidden />
      )}
      <div style={{ minWidth: 0 }}>
        {words && <Text size="sm">{words}</Text>}
        <Text size="sm" c={words ? 'dimmed' : undefined} ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      </div>
    </Group>
  )
  return (
    <Paper withBorder aria-busy={isPending || undefined}>
      {onOpen ? (
        <UnstyledButton data-main p={6} w="100%" onClick={onOpen} aria-haspopup="dialog">
          {said}
        </UnstyledButton>
      ) : (
        <Box p={6}>{said}</Box>
      )}
      <FindingList findings={findings} />
    </Paper>
  )
}
