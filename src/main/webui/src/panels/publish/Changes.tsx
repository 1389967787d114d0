import { Badge, List, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Change } from '../../api-types/campaigns'

/** How two versions differ, element by element. */
export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('campaigns')
  if (changes.length === 0) return null
  return (
    <section aria-label={t('changes')}>
      <Title order={3} size="h5" mb="xs">
        {t('changes')}
      </Title>
      <List spacing={4} size="sm" listStyleType="none">
        {changes.map((change, index) => (
          <List.Item key={index}>
            <Badge mr="xs" size="lg" variant="default" tt="none">
              {t(`kind.${change.kind}`)}
            </Badge>
            {t(`element.${change.element}`)} <b>{change.name}</b>
            {(change.from ?? change.to) !== undefined && (
              <Text span size="sm" ff="monospace" ml="xs" style={{ overflowWrap: 'anywhere' }}>
                {change.from !== undefined && <del>{change.from}</del>}
                {change.from !== undefined && change.to !== undefined && ' → '}
                {change.to !== undefined && <ins>{change.to}</ins>}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </section>
  )
}
