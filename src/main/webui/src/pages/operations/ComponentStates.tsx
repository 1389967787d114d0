import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Components, ComponentState } from '../../api-types/operations'
import { Failure } from '../../app/Failure'
import { useFormats } from '../../app/formats'
import { Waiting } from '../../app/Shell'
import { When } from '../../app/When'
import { readComponents } from './queries'

const EACH = 5_000

const SIGNS: Record<ComponentState, { color: string; icon: typeof IconCheck }> = {
  up: { color: 'teal', icon: IconCheck },
  degraded: { color: 'orange', icon: IconAlertTriangle },
  down: { color: 'red', icon: IconX },
}

/** How each component of the service is, looked at every few seconds. */
export default function ComponentStates() {
  const { t } = useTranslation('operations')
  const found = useQuery({
    queryKey: ['components'],
    queryFn: ({ signal }) => readComponents(signal),
    refetchInterval: EACH,
  })
  if (found.isPending) return <Waiting />
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('asOf')} <When at={found.data.at} />
      </Text>
      {found.data.components.map((component) => (
        <OneComponent key={component.name} component={component} />
      ))}
    </Stack>
  )
}

function OneComponent({
  component: { name, state, detail, figures },
}: {
  component: Components['components'][0]
}) {
  const { t } = useTranslation('operations')
  const { number } = useFormats()
  const title = t(`component.${name}`, name)
  return (
    <Paper component="article" withBorder p="sm" aria-label={title}>
      <Group gap="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Sign state={state} />
      </Group>
      <Text size="sm">{detail}</Text>
      <Text size="sm" c="dimmed">
        {Object.entries(figures)
          .map(([figure, value]) => `${t(`figure.${figure}`, figure)} ${number(value)}`)
          .join(' · ')}
      </Text>
    </Paper>
  )
}

function Sign({ state }: { state: ComponentState }) {
  const { t } = useTranslation('operations')
  const { color, icon: Icon } = SIGNS[state]
  return (
    <Badge tt="none" variant="light" color={color} leftSection={<Icon size={14} aria-hidden />}>
      {t(`state.${state}`)}
    </Badge>
  )
}
