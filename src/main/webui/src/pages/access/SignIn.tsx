import { Alert, Button, Center, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { ApiError } from '../../api'
import { useSession } from '../../app/session'

export default function SignIn() {
  const { t } = useTranslation('access')
  const { session, signIn } = useSession()
  const { state } = useLocation() as { state: { from?: string } | null }
  const [refused, setRefused] = useState('')
  const form = useForm({ initialValues: { user: '', password: '' } })

  useEffect(() => {
    document.title = `${t('signIn')} · Campanile`
  }, [t])

  if (session) return <Navigate to={state?.from ?? '/'} replace />

  const submit = form.onSubmit(async ({ user, password }) => {
    setRefused('')
    try {
      await signIn(user, password)
    } catch (error) {
      setRefused(error instanceof ApiError ? error.message : String(error))
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
          </Stack>
        </form>
      </Paper>
    </Center>
  )
}
