import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Page } from '../../app/Page'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('notFound')}>
      <Text>{t('notFoundWhy')}</Text>
      <Anchor component={Link} to="/">
        {t('home')}
      </Anchor>
    </Page>
  )
}
