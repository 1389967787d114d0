import { Accordion, Badge, Code, Group, List, Stack, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Tested } from '../../api-types/simulate'

interface Props {
  of: 'live' | 'draft'
  tested: Tested[]
}

/** What came of scenarios: of those that failed, where, and what had happened until then. */
export function Verdicts({ of, tested }: Props) {
  const { t } = useTranslation('simulate')
  const passed = tested.filter((one) => one.passed).length
  return (
    <Stack gap="xs" component="section" aria-label={t('verdicts')}>
      <Text role="status" fw={600}>
        {t(of === 'draft' ? 'passedDraft' : 'passedLive', { passed, all: tested.length })}
      </Text>
      <Accordion multiple variant="separated">
        {tested.map((one) => (
          <Accordion.Item key={`${one.file}/${one.scenario}`} value={`${one.file}/${one.scenario}`}>
            <Accordion.Control>
              <Group gap="xs">
                <Badge
                  color={one.passed ? 'teal' : 'red'}
                  leftSection={
                    one.passed ? <IconCheck size={12} aria-hidden /> : <IconX size={12} aria-hidden />
                  }
                  autoContrast
                >
                  {one.passed ? t('passed') : t('failedVerdict')}
                </Badge>
                <Text size="sm">{one.scenario}</Text>
                {!one.passed && (
                  <Text size="sm" c="dimmed">
                    {t('place', { file: one.file, line: one.line, column: one.column })}
                  </Text>
                )}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Details tested={one} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

function Details({ tested }: { tested: Tested }) {
  const { t } = useTranslation('simulate')
  if (tested.passed) return <Text size="sm">{t('asExpected')}</Text>
  const complaints = [
    ...tested.complaints,
    ...tested.findings.map((one) => `${one.line}:${one.column} ${one.message} ${one.advice ?? ''}`),
  ]
  return (
    <Stack gap="xs">
      <List size="sm">
        {complaints.map((complaint) => (
          <List.Item key={complaint}>{complaint}</List.Item>
        ))}
      </List>
      {tested.course.length > 0 && (
        <>
          <Text size="sm">{t('courseOn', { zone: tested.clock })}</Text>
          <Code block>{tested.course.join('\n')}</Code>
        </>
      )}
    </Stack>
  )
}
