import { Alert, List, Text } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api-types/problem'

/** The findings of a part of the file and all within it; with `alone`, only of the part itself. */
export function findingsOf(findings: Finding[], element: string, alone = false): Finding[] {
  return findings.filter((finding) => {
    const at = finding.element ?? ''
    if (at === element) return true
    return !alone && at.startsWith(element) && /[.[]/.test(at[element.length] ?? '')
  })
}

/** What the checks found, errors before warnings. */
export function FindingList({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation('panels')
  return (['error', 'warning'] as const).map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity)
    const Icon = severity === 'error' ? IconAlertCircle : IconAlertTriangle
    return (
      found.length > 0 && (
        <Alert
          key={severity}
          p="xs"
          color={severity === 'error' ? 'red' : 'yellow'}
          icon={<Icon aria-hidden />}
          title={t(severity, { count: found.length })}
        >
          <List size="sm" listStyleType={found.length > 1 ? 'disc' : 'none'}>
            {found.map((finding, index) => (
              <List.Item key={index}>
                {finding.message}
                {finding.advice && (
                  <Text span size="sm" fs="italic">
                    {' '}
                    {finding.advice}
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        </Alert>
      )
    )
  })
}
