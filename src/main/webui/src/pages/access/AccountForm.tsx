import { Button, Checkbox, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ROLES, type Account, type AccountChange } from '../../api-types/access'
import type { Role } from '../../api-types/session'
import { Failure } from '../../app/Failure'
import * as requests from './requests'

interface Props {
  /** None: a new one. */
  account: Account | null
  close: () => void
  saved: (account: Account) => void
}

/** An account, to be made or changed. */
export function AccountForm({ account, close, saved }: Props) {
  const { t } = useTranslation('access')
  const form = useForm({
    initialValues: {
      user: account?.user ?? '',
      name: account?.name ?? '',
      roles: (account?.roles ?? ['viewer']) as string[],
      password: '',
    },
  })
  const save = useMutation({
    mutationFn: ({ user, name, roles, password }: typeof form.values) => {
      const kept = { name: name.trim() || user, roles: roles as Role[], ...(password ? { password } : {}) }
      return account
        ? requests.changeAccount(account.user, changed(account, kept))
        : requests.createAccount({ user, ...kept })
    },
    onSuccess: saved,
  })

  return (
    <Modal
      opened
      onClose={close}
      title={account ? t('changeAccount', { user: account.user }) : t('newAccount')}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          {save.error && <Failure error={save.error} />}
          {!account && <TextInput label={t('user')} required {...form.getInputProps('user')} />}
          <TextInput label={t('name')} {...form.getInputProps('name')} />
          <Checkbox.Group label={t('roles')} {...form.getInputProps('roles')}>
            <Stack gap="xs" mt="xs">
              {ROLES.map((role) => (
                <Checkbox
                  key={role}
                  value={role}
                  label={t(`role.${role}`)}
                  description={t(`may.${role}`)}
                  disabled={account?.oidc}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          {account?.oidc ? (
            <Text size="sm">{t('vouchedFor')}</Text>
          ) : (
            <PasswordInput
              label={t(account ? 'newPassword' : 'password')}
              description={t(account ? 'emptyKeeps' : 'emptyDraws')}
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('shell:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** What differs from the account as it was shown: the rest may have been changed by somebody else. */
function changed(shown: Account, { name, roles, ...others }: AccountChange): AccountChange {
  const same = roles?.length === shown.roles.length && roles.every((role) => shown.roles.includes(role))
  return { ...(name === shown.name ? {} : { name }), ...(same ? {} : { roles }), ...others }
}
