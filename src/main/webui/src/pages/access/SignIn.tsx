import { Alert, Button, Center, Group, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { ApiError, waysIn } from '../../api'
import { LANGUAGES, speak, type Language } from '../../app/i18n'
import { useSession } from '../../app/session'

export default function SignIn() {
  const { t } = useTranslation('access')
  const { session, signIn } = useSession()
  const { state } = useLocation() as { state: { from?: string } | null }
  const ways = useQuery({ queryKey: ['ways-in'], queryFn: waysIn, enabled: !session, retry: false })
  const [refused, setRefused] = useState('')
  const form = useForm({ initialValues: { user: '', password: '' } })

  useEffect(() => {
    document.title = `${t('signIn')} · Campanile`
  }, [t])

  if (session) return <Navigate to={state?.from ?? '/'} replace />

  const why = (error: unknown) => {
    if (!(error instanceof ApiError)) return String(error)
    if (error.status === 401) return t('wrongPassword')
    if (error.status !== 429) return error.message
    return t('tooManyAttempts', { seconds: (error.problem as { retryAfter?: number }).retryAfter })
  }

  const submit = form.onSubmit(async ({ user, password }) => {
    setRefused('')
    try {
      await signIn(user, password)
    } catch (error) {
      setRefused(why(error))
    }
  })

  return (
    <Center mih="100vh" component="main">
      <Paper withBorder p="xl" w={360}>
        <form onSubmit={submit}>
          <Stack>
            <Title order={1} size="h3">
              {t('signIn')}
            </Title>
            {refused && (
              <Alert color="red" role="alert">
                {refused}
              </Alert>
            )}
            <TextInput label={t('user')} autoComplete="username" required {...form.getInputProps('user')} />
            <PasswordInput
              label={t('password')}
              autoComplete="current-password"
              required
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={form.submitting}>
              {t('signIn')}
            </Button>
            {ways.data?.oidc && (
              <Button variant="default" component="a" href="/v1/session/oidc">
                {t('signInWith', ways.data.oidc)}
              </Button>
            )}
            <Group justify="center" gap="xs">
              {Object.entries(LANGUAGES).map(([code, name]) => (
                <Button
                  key={code}
                  lang={code}
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  onClick={() => speak(code as Language)}
                >
                  {name}
                </Button>
              ))}
            </Group>
          </Stack>
        </form>
      </Paper>
    </Center>
  )
}
