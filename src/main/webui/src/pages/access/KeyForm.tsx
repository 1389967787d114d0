import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SCOPES, type Key, type Scope } from '../../api-types/access'
import { Failure } from '../../app/Failure'
import * as requests from './requests'

/** A key to be made. */
export function KeyForm({ close, made }: { close: () => void; made: (key: Key) => void }) {
  const { t } = useTranslation('access')
  const form = useForm({ initialValues: { name: '', scopes: ['intake'] as string[], expires: '' } })
  const make = useMutation({
    mutationFn: ({ name, scopes, expires }: typeof form.values) =>
      requests.makeKey({
        name,
        scopes: scopes as Scope[],
        ...(expires ? { expires: new Date(`${expires}T00:00:00`).toISOString() } : {}),
      }),
    onSuccess: made,
  })

  return (
    <Modal opened onClose={close} title={t('newKey')}>
      <form onSubmit={form.onSubmit((values) => make.mutate(values))}>
        <Stack>
          {make.error && <Failure error={make.error} />}
          <TextInput
            label={t('name')}
            description={t('keyNameWhy')}
            required
            maxLength={64}
            {...form.getInputProps('name')}
          />
          <Checkbox.Group label={t('scopes')} {...form.getInputProps('scopes')}>
            <Stack gap="xs" mt="xs">
              {SCOPES.map((scope) => (
                <Checkbox
                  key={scope}
                  value={scope}
                  label={t(`role.${scope}`)}
                  description={t(`may.${scope}`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            type="date"
            label={t('expires')}
            description={t('expiresWhy')}
            {...form.getInputProps('expires')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell:cancel')}
            </Button>
            <Button type="submit" loading={make.isPending} disabled={form.values.scopes.length === 0}>
              {t('makeKey')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
