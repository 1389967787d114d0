import { Alert, Badge, Card, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Group as Crowd, Outcome, Plan } from '../../api-types/campaigns'
import { Changes } from './Changes'
import { DiffText } from './DiffText'
import { Findings } from './Findings'
import { useFormats } from '../../app/formats'

/** What publishing would do: to the campaign, and to those inside. */
export function PlanView({ plan }: { plan: Plan }) {
  const { t } = useTranslation('campaigns')
  if (!plan.changed)
    return (
      <Alert color="gray" title={t('plan.same', { version: plan.open })}>
        {t('plan.sameWhy')}
      </Alert>
    )
  return (
    <Stack gap="md">
      <Text>
        {plan.open === undefined
          ? t('plan.new', { version: plan.version })
          : t(`plan.over.${plan.onChange}`, { version: plan.version, open: plan.open })}
      </Text>
      {plan.warnings.length > 0 && <Findings findings={plan.warnings} />}
      {plan.notes.map((note) => (
        <Alert key={note} color="yellow" title={t('plan.note')}>
          {note}
        </Alert>
      ))}
      {plan.open !== undefined && (
        <section aria-label={t('plan.inside')}>
          <Title order={3} size="h5" mb="xs">
            {t('plan.inside')}
          </Title>
          {plan.groups.length === 0 && <Text size="sm">{t('plan.nobody')}</Text>}
          <Stack gap="xs">
            {plan.groups.map((group) => (
              <GroupCard key={`${group.version}/${group.node}`} group={group} plan={plan} />
            ))}
          </Stack>
        </section>
      )}
      <Changes changes={plan.changes} />
      {plan.text && <DiffText text={plan.text} />}
    </Stack>
  )
}

function GroupCard({ group, plan }: { group: Crowd; plan: Plan }) {
  const { t } = useTranslation('campaigns')
  const { number } = useFormats()
  const values = { count: group.users, users: number(group.users), version: group.version, node: group.node }
  return (
    <Card withBorder padding="sm">
      <Group gap="xs">
        <Text fw={600}>{t('plan.group', values)}</Text>
        {!group.exact && (
          <Badge size="lg" variant="default" tt="none">
            {t('plan.sample', { looked: number(group.looked) })}
          </Badge>
        )}
      </Group>
      <Text size="sm">
        {group.to === undefined
          ? t('plan.finish', values)
          : t('plan.goOn', { version: plan.version, to: group.to })}
      </Text>
      {group.outcomes.length > 0 && (
        <List size="sm" mt="xs">
          {group.outcomes.map((outcome, index) => (
            <List.Item key={index}>
              <OutcomeText outcome={outcome} />
            </List.Item>
          ))}
        </List>
      )}
    </Card>
  )
}

function OutcomeText({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('campaigns')
  const { number, moment } = useFormats()
  const parts = [
    t(`plan.fate.${outcome.fate}`, {
      users: number(outcome.participations),
      node: outcome.node,
      version: outcome.version,
    }),
  ]
  if (outcome.earliest)
    parts.push(
      outcome.latest === undefined || outcome.latest === outcome.earliest
        ? t('plan.until', { at: moment(outcome.earliest) })
        : t('plan.between', { from: moment(outcome.earliest), to: moment(outcome.latest) }),
    )
  if (outcome.orders.length > 0) parts.push(t('plan.gets', { orders: outcome.orders.join(', ') }))
  return <>{parts.join(' · ')}</>
}
