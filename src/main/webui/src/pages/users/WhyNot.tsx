import { Accordion, Badge, Group, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Past, Reason, User } from '../../api-types/users'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import { When } from '../../app/When'
import { Cells } from './Cells'
import { campaignIds, explain } from './queries'
import { edgeOf } from './values'

/** Why a user is where they are in a campaign, and why not where somebody expected them. */
export function WhyNot({ user: { id } }: { user: User }) {
  const { t } = useTranslation('users')
  const [parameters, setParameters] = useSearchParams()
  const campaign = parameters.get('campaign') ?? ''
  const campaigns = useQuery({ queryKey: ['campaign-ids'], queryFn: ({ signal }) => campaignIds(signal) })
  const why = useQuery({
    queryKey: ['user', id, 'why', campaign],
    queryFn: ({ signal }) => explain(id, campaign, signal),
    enabled: campaign !== '',
  })
  return (
    <Stack gap="md">
      <Select
        label={t('whichCampaign')}
        placeholder={t('choose')}
        data={campaigns.data ?? []}
        value={campaign || null}
        onChange={(chosen) => setParameters(chosen ? { campaign: chosen } : {}, { replace: true })}
        searchable
        clearable
        maw={420}
      />
      {campaigns.isError && <Failure error={campaigns.error} retry={() => void campaigns.refetch()} />}
      {why.isLoading && <Waiting />}
      {why.isError && <Failure error={why.error} retry={() => void why.refetch()} />}
      {why.data && <Now reasons={why.data.now} />}
      {why.data && <Before past={why.data.past} />}
    </Stack>
  )
}

/** Every way out of where the user is, and every way in, as it looks at this moment. */
function Now({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation('users')
  return (
    <Stack component="section" gap="sm" aria-label={t('now')}>
      <Title order={2} size="h4">
        {t('now')}
      </Title>
      {reasons.length === 0 && <Text>{t('noWays')}</Text>}
      {reasons.map((reason) => (
        <Paper
          component="article"
          key={`${reason.participation}/${reason.rule}`}
          withBorder
          p="sm"
          aria-label={edgeOf(reason.rule)}
        >
          <Stack gap="xs">
            <Group gap="sm">
              <Text fw={600}>
                {reason.from
                  ? t('wayOn', { edge: edgeOf(reason.rule), from: reason.from, to: reason.to })
                  : t('wayIn', { edge: edgeOf(reason.rule), to: reason.to })}
              </Text>
              <Badge tt="none" variant="light" color={colour(reason.verdict)}>
                {t(`verdict.${reason.verdict}`, reason.verdict)}
              </Badge>
            </Group>
            {reason.detail && <Text size="sm">{reason.detail}</Text>}
            <Cells rows={reason.rows} />
          </Stack>
        </Paper>
      ))}
    </Stack>
  )
}

function colour(verdict: string): string {
  if (verdict === 'followed') return 'teal'
  return verdict === 'refused' ? 'orange' : 'gray'
}

/** Moves and refusals, each with the cells as they were seen then. */
function Before({ past }: { past: Past[] }) {
  const { t } = useTranslation('users')
  return (
    <Stack component="section" gap="sm" aria-label={t('past')}>
      <Title order={2} size="h4">
        {t('past')}
      </Title>
      {past.length === 0 && <Text>{t('noPast')}</Text>}
      <Accordion variant="separated" multiple>
        {past.map((one, place) => (
          <Accordion.Item key={place} value={String(place)}>
            <Accordion.Control>
              <Group gap="sm">
                <Text size="sm" fw={500}>
                  {title(one, t)}
                </Text>
                <Text size="sm" c="dimmed">
                  <When at={one.at} />
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack gap="xs">
                {one.detail && <Text size="sm">{one.detail}</Text>}
                {one.event && <Text size="sm">{t('byEvent', { event: one.event })}</Text>}
                <Cells rows={one.rows} />
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

function title(one: Past, t: (key: string, more?: Record<string, unknown>) => string): string {
  const edge = `${edgeOf(one.rule)} (${one.version})`
  if (one.refused) return t('wasRefused', { edge, reason: t(`reason.${one.refused}`) })
  if (!one.to) return edge
  return one.from ? t('wayOn', { edge, from: one.from, to: one.to }) : t('wayIn', { edge, to: one.to })
}
