import { Button, Chip, Group, Select, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KINDS, type Kind, type User } from '../../api-types/users'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import { MomentLine } from './MomentLine'
import { campaignIds, readTimeline } from './queries'

/** What happened to a user, the latest first, narrowed down by kind and campaign. */
export function Story({ user: { id } }: { user: User }) {
  const { t } = useTranslation('users')
  const [kinds, setKinds] = useState<Kind[]>([...KINDS])
  const [campaign, setCampaign] = useState('')
  const campaigns = useQuery({ queryKey: ['campaign-ids'], queryFn: ({ signal }) => campaignIds(signal) })
  const story = useInfiniteQuery({
    queryKey: ['user', id, 'timeline', kinds, campaign],
    queryFn: ({ pageParam, signal }) => readTimeline(id, { kinds, campaign }, pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: kinds.length > 0,
  })
  const moments = kinds.length === 0 ? [] : (story.data?.pages.flatMap((page) => page.moments) ?? [])
  return (
    <Stack gap="md">
      <Group align="end" gap="lg">
        <Stack gap={4}>
          <Text size="sm" fw={500} id="kinds">
            {t('show')}
          </Text>
          <Chip.Group multiple value={kinds} onChange={(chosen) => setKinds(chosen as Kind[])}>
            <Group gap="xs" role="group" aria-labelledby="kinds">
              {KINDS.map((kind) => (
                <Chip key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Stack>
        <Select
          label={t('inCampaign')}
          placeholder={t('anyCampaign')}
          data={campaigns.data ?? []}
          value={campaign || null}
          onChange={(chosen) => setCampaign(chosen ?? '')}
          searchable
          clearable
        />
      </Group>
      {story.isLoading && <Waiting />}
      {story.isError && <Failure error={story.error} retry={() => void story.refetch()} />}
      {!story.isLoading && !story.isError && moments.length === 0 && (
        <Text role="status">{t('noMoments')}</Text>
      )}
      {moments.length > 0 && (
        <Stack
          component="ol"
          gap="xs"
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
          aria-label={t('tab.timeline')}
        >
          {moments.map((moment, place) => (
            <MomentLine key={`${moment.offset}/${place}`} moment={moment} />
          ))}
        </Stack>
      )}
      {story.hasNextPage && (
        <Button
          variant="default"
          w="fit-content"
          loading={story.isFetchingNextPage}
          onClick={() => void story.fetchNextPage()}
        >
          {t('earlier')}
        </Button>
      )}
    </Stack>
  )
}
