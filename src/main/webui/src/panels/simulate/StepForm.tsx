import { Autocomplete, Button, Group, Select, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vocabulary } from '../../api-types/vocabulary'
import type { Answer, Step, Value } from '../../api-types/simulate'
import { PropertiesForm } from './PropertiesForm'
import { clockTime } from './story'

interface Props {
  words: Vocabulary
  actions: string[]
  waiting: string[]
  next: string | null
  zone: string
  busy: boolean
  onStep: (step: Step) => void
}

/** What may happen next: an event, time, another profile, the end of an action. */
export function StepForm(props: Props) {
  const { t } = useTranslation('simulate')
  return (
    <Tabs defaultValue="event" keepMounted={false}>
      <Tabs.List aria-label={t('nextStep')}>
        <Tabs.Tab value="event">{t('event')}</Tabs.Tab>
        <Tabs.Tab value="time">{t('time')}</Tabs.Tab>
        <Tabs.Tab value="profile">{t('profile')}</Tabs.Tab>
        <Tabs.Tab value="action">{t('action')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="event" pt="xs">
        <EventStep {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="time" pt="xs">
        <TimeStep {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="profile" pt="xs">
        <ProfileStep {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="action" pt="xs">
        <ActionStep {...props} />
      </Tabs.Panel>
    </Tabs>
  )
}

function EventStep({ words, busy, onStep }: Props) {
  const { t } = useTranslation('simulate')
  const [type, setType] = useState('')
  const [values, setValues] = useState<Record<string, Value> | undefined>({})
  const known = words.events.find((one) => one.type === type)
  const send = () =>
    values && onStep({ event: type.trim(), ...(Object.keys(values).length > 0 ? { with: values } : {}) })
  return (
    <Stack gap="xs">
      <Autocomplete
        label={t('eventType')}
        data={words.events.map((one) => one.type)}
        limit={30}
        value={type}
        onChange={setType}
      />
      <PropertiesForm names={known?.properties.map((one) => one.path) ?? []} onChange={setValues} />
      <Group>
        <Button onClick={send} disabled={!type.trim() || !values} loading={busy}>
          {t('sendEvent')}
        </Button>
      </Group>
    </Stack>
  )
}

const SPANS = ['PT1H', 'P1D', 'P7D'] as const

function TimeStep({ next, zone, busy, onStep }: Props) {
  const { t, i18n } = useTranslation('simulate')
  const [span, setSpan] = useState('')
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {SPANS.map((one) => (
          <Button key={one} variant="default" disabled={busy} onClick={() => onStep({ after: one })}>
            {t(`span.${one}`)}
          </Button>
        ))}
      </Group>
      <Group gap="xs">
        <Button disabled={!next || busy} onClick={() => next && onStep({ at: next })}>
          {t('toNext')}
        </Button>
        <Text size="sm">
          {next ? t('nextAt', { at: clockTime(next, zone, i18n.language) }) : t('nothingDue')}
        </Text>
      </Group>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('otherSpan')}
          placeholder="PT30M"
          value={span}
          onChange={(e) => setSpan(e.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!span.trim() || busy}
          onClick={() => onStep({ after: span.trim() })}
        >
          {t('letPass')}
        </Button>
      </Group>
    </Stack>
  )
}

function ProfileStep({ words, busy, onStep }: Props) {
  const { t } = useTranslation('simulate')
  const [values, setValues] = useState<Record<string, Value> | undefined>({})
  return (
    <Stack gap="xs">
      <PropertiesForm names={words.profile.map((one) => one.path)} onChange={setValues} />
      <Group>
        <Button
          disabled={!values || Object.keys(values).length === 0}
          loading={busy}
          onClick={() => values && onStep({ profile: values })}
        >
          {t('changeProfile')}
        </Button>
      </Group>
    </Stack>
  )
}

function ActionStep({ actions, waiting, busy, onStep }: Props) {
  const { t } = useTranslation('simulate')
  const [action, setAction] = useState('')
  const [answer, setAnswer] = useState<Answer>('fails')
  const waits = waiting.includes(action)
  return (
    <Stack gap="xs">
      <Group grow gap="xs" align="flex-start">
        <Autocomplete
          label={t('actionId')}
          description={waiting.length > 0 ? t('underWay', { actions: waiting.join(', ') }) : undefined}
          data={actions}
          value={action}
          onChange={setAction}
        />
        <Select
          label={t('answer')}
          data={(['succeeds', 'fails', 'waits'] as const).map((one) => ({
            value: one,
            label: t(`answers.${one}`),
          }))}
          value={answer}
          allowDeselect={false}
          onChange={(chosen) => setAnswer((chosen ?? 'fails') as Answer)}
        />
      </Group>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={!action.trim() || busy}
          onClick={() => onStep({ actions: { [action.trim()]: answer } })}
        >
          {t('fromNowOn')}
        </Button>
        <Button
          disabled={!waits || answer === 'waits' || busy}
          onClick={() => onStep({ settle: { [action]: answer } })}
        >
          {t('settle')}
        </Button>
      </Group>
    </Stack>
  )
}
