import { Alert, Button, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api'

/** An error as the service told it, with all its findings, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  const problem = error instanceof ApiError ? error.problem : undefined
  const details = [
    ...(problem?.findings ?? []).map((f) => `${f.line}:${f.column} ${f.message} ${f.advice ?? ''}`),
    ...(problem?.errors ?? []).map((e) => `${e.field}: ${e.reason}`),
  ]
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={problem?.title ?? t('failed')}
      role="alert"
    >
      {problem?.detail ?? String(error)}
      {details.length > 0 && (
        <List size="sm" mt="xs">
          {details.map((detail) => (
            <List.Item key={detail}>{detail}</List.Item>
          ))}
        </List>
      )}
      {retry && (
        <Button mt="sm" size="compact-sm" variant="default" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  )
}
