import { Badge, Group, NavLink, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api-types/problem'
import css from './editor.module.css'

interface Props {
  findings: Finding[]
  /** Somebody has looked: no findings mean no errors. */
  known: boolean
  /** The findings are of the text as it is now. */
  current: boolean
  error: Error | null
  onChoose: (finding: Finding) => void
}

/** All that is wrong with the campaign, the errors first; choosing one leads to it. */
export function Problems({ findings, known, current, error, onChoose }: Props) {
  const { t } = useTranslation('canvas')
  const sorted = [...findings].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return (
    <section aria-label={t('problems.title')}>
      <Group gap="xs" role="status">
        {errors > 0 ? (
          <Badge color="red" tt="none" leftSection={<IconX size={13} aria-hidden />}>
            {t('problems.errors', { count: errors })}
          </Badge>
        ) : known && !error ? (
          <Badge color="teal" tt="none" leftSection={<IconCircleCheck size={13} aria-hidden />}>
            {t('problems.none')}
          </Badge>
        ) : null}
        {findings.length > errors && (
          <Badge
            color="yellow"
            tt="none"
            autoContrast
            leftSection={<IconAlertTriangle size={13} aria-hidden />}
          >
            {t('problems.warnings', { count: findings.length - errors })}
          </Badge>
        )}
        {error ? (
          <Text size="sm">{t('problems.unknown', { why: error.message })}</Text>
        ) : (
          !current && <Text size="sm">{t('problems.checking')}</Text>
        )}
      </Group>
      <div className={css.problems}>
        {sorted.map((finding, i) => (
          <NavLink
            key={i}
            component="button"
            py={4}
            leftSection={
              finding.severity === 'error' ? (
                <IconX size={16} color="var(--mantine-color-red-text)" aria-label={t('problems.error')} />
              ) : (
                <IconAlertTriangle size={16} aria-label={t('problems.warning')} />
              )
            }
            label={`${finding.element ?? ''} ${finding.message}`.trim()}
            description={`${t('problems.place', { line: finding.line, column: finding.column })} ${finding.advice ?? ''}`}
            onClick={() => onChoose(finding)}
          />
        ))}
      </div>
    </section>
  )
}
