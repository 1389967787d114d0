import { Alert, Button, Paper, PasswordInput, SegmentedControl, Stack, Text, Title, useMantineColorScheme } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import * as api from '../../api'
import { Failure } from '../../app/Failure'
import { LANGUAGES, speak, type Language } from '../../app/i18n'
import { done } from '../../app/notices'
import { Page } from '../../app/Page'
import { useSession } from '../../app/session'

/** Oneself: password, language, light. */
export default function Me() {
  const { t, i18n } = useTranslation('access')
  const { session } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()

  return (
    <Page title={t('me')}>
      <Stack maw={480}>
        <Text>
          {session?.name} ({session?.user}): {session?.roles.map((role) => t(`role.${role}`)).join(', ')}
        </Text>
        <Section title={t('language')}>
          <SegmentedControl
            aria-label={t('language')}
            value={i18n.language}
            onChange={(next) => speak(next as Language)}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          />
        </Section>
        <Section title={t('theme')}>
          <SegmentedControl
            aria-label={t('theme')}
            value={colorScheme}
            onChange={(next) => setColorScheme(next as typeof colorScheme)}
            data={['auto', 'light', 'dark'].map((value) => ({ value, label: t(`scheme.${value}`) }))}
          />
        </Section>
        <Section title={t('password')}>
          <ChangePassword />
        </Section>
      </Stack>
    </Page>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Title order={2} size="h5" id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  )
}

function ChangePassword() {
  const { t } = useTranslation('access')
  const queries = useQueryClient()
  const { session } = useSession()
  const form = useForm({
    initialValues: { old: '', next: '', again: '' },
    validate: {
      next: (next) => (next.length < 12 ? t('tooShort') : null),
      again: (again, { next }) => (again === next ? null : t('notTheSame')),
    },
  })
  const change = useMutation({
    mutationFn: ({ old, next }: typeof form.values) => api.changePassword(old, next),
    onSuccess: (found) => {
      queries.setQueryData(['session'], found)
      form.reset()
      done(t('passwordChanged'))
    },
  })

  if (session?.by !== 'password') return <Alert>{t('passwordElsewhere')}</Alert>

  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack gap="sm">
        {change.error && <Failure error={change.error} />}
        <input type="hidden" autoComplete="username" value={session.user} readOnly />
        <PasswordInput
          label={t('oldPassword')}
          autoComplete="current-password"
          required
          {...form.getInputProps('old')}
        />
        <PasswordInput
          label={t('newPassword')}
          description={t('passwordRule')}
          autoComplete="new-password"
          required
          {...form.getInputProps('next')}
        />
        <PasswordInput
          label={t('passwordAgain')}
          autoComplete="new-password"
          required
          {...form.getInputProps('again')}
        />
        <Button type="submit" loading={change.isPending}>
          {t('changePassword')}
        </Button>
      </Stack>
    </form>
  )
}
