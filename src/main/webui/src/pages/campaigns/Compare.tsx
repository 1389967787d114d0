import { Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Version } from '../../api-types/campaigns'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import { Changes, DiffText } from '../../panels/publish'
import { diff as load } from './requests'

/** How any two versions differ; at first the open one and the one before. */
export function Compare({ campaign, versions }: { campaign: string; versions: Version[] }) {
  const { t } = useTranslation('campaigns')
  const open = versions.find((version) => version.open)?.version ?? versions[0]!.version
  const [from, setFrom] = useState(open > 1 ? open - 1 : versions.at(-1)!.version)
  const [to, setTo] = useState(open)
  const diff = useQuery({
    queryKey: ['diff', campaign, from, to],
    queryFn: () => load(campaign, from, to),
    staleTime: Infinity,
  })
  const numbers = versions.map(({ version }) => ({
    value: String(version),
    label: t('version', { version }),
  }))
  return (
    <Stack component="section" aria-label={t('diff.title')}>
      <Title order={2} size="h4">
        {t('diff.title')}
      </Title>
      <Group>
        <NativeSelect
          label={t('diff.from')}
          data={numbers}
          value={String(from)}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('diff.to')}
          data={numbers}
          value={String(to)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
        />
      </Group>
      {diff.isPending && <Waiting />}
      {diff.isError && <Failure error={diff.error} retry={() => void diff.refetch()} />}
      {diff.isSuccess && diff.data.changes.length === 0 && <Text role="status">{t('diff.none')}</Text>}
      {diff.isSuccess && <Changes changes={diff.data.changes} />}
      {diff.isSuccess && diff.data.text && <DiffText text={diff.data.text} />}
    </Stack>
  )
}
