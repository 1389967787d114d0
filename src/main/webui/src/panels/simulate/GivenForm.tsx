import { Button, Group, JsonInput, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Given } from '../../api-types/simulate'
import { object } from './story'

const ZONES = Intl.supportedValuesOf('timeZone')

interface Props {
  begun: boolean
  onBegin: (given: Given) => void
}

/** Who the story is of, and when it begins. */
export function GivenForm({ begun, onBegin }: Props) {
  const { t } = useTranslation('simulate')
  const [user, setUser] = useState('')
  const [zone, setZone] = useState<string | null>(null)
  const [at, setAt] = useState('')
  const [profile, setProfile] = useState('{}')
  const read = object(profile)
  const wrong = typeof read === 'string' ? read : undefined

  const begin = () => {
    if (typeof read === 'string') return
    const whole = zone ? { ...read, timezone: zone } : read
    onBegin({
      ...(user.trim() ? { user: user.trim() } : {}),
      ...(Object.keys(whole).length > 0 ? { profile: whole } : {}),
      ...(at ? { at } : {}),
    })
  }
  return (
    <Stack gap="xs" component="form" onSubmit={(e: React.FormEvent) => (e.preventDefault(), begin())}>
      <Group grow gap="xs" align="flex-start">
        <TextInput
          label={t('user')}
          placeholder="anna"
          value={user}
          onChange={(e) => setUser(e.currentTarget.value)}
        />
        <Select
          label={t('zone')}
          placeholder={t('zoneUsual')}
          data={ZONES}
          value={zone}
          onChange={setZone}
          searchable
          clearable
          limit={50}
        />
      </Group>
      <TextInput
        label={t('beginning')}
        description={t('beginningUsual')}
        type="datetime-local"
        value={at}
        onChange={(e) => setAt(e.currentTarget.value)}
      />
      <JsonInput
        label={t('profile')}
        value={profile}
        onChange={setProfile}
        autosize
        minRows={2}
        maxRows={8}
        error={wrong && t('noObject', { why: wrong })}
      />
      <Group>
        <Button type="submit" disabled={wrong !== undefined} variant={begun ? 'default' : 'filled'}>
          {begun ? t('startAgain') : t('start')}
        </Button>
      </Group>
    </Stack>
  )
}
