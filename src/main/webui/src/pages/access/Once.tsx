import { Alert, Button, Code, CopyButton, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A secret that is told this once. */
export function Once({ title, secret }: { title: string; secret: string }) {
  const { t } = useTranslation('access')
  return (
    <Alert color="yellow" title={title} role="status">
      <Group gap="sm">
        <Code fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {secret}
        </Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      {t('toldOnce')}
    </Alert>
  )
}
