import { Group, List, Text, ThemeIcon } from '@mantine/core'
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api-types/problem'

/** What the checks found, each with its place and advice; errors and warnings differ by sign and word. */
export function Findings({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation('campaigns')
  return (
    <List spacing="xs" listStyleType="none" aria-label={t('findings')}>
      {findings.map((finding, index) => {
        const error = finding.severity === 'error'
        return (
          <List.Item key={index}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <ThemeIcon size="sm" variant="light" color={error ? 'red' : 'yellow'} aria-hidden>
                {error ? <IconCircleX size={14} /> : <IconAlertTriangle size={14} />}
              </ThemeIcon>
              <div>
                <Text size="sm">
                  <b>{t(`severity.${finding.severity}`)}</b> {t('line', { line: finding.line })}
                  {finding.element && ` · ${finding.element}`}
                </Text>
                <Text size="sm">
                  {finding.message} {finding.advice}
                </Text>
              </div>
            </Group>
          </List.Item>
        )
      })}
    </List>
  )
}
