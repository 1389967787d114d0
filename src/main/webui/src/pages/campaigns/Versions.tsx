import { Badge, Button, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Version } from '../../api-types/campaigns'
import { Failure } from '../../app/Failure'
import { failed } from '../../app/notices'
import { Waiting } from '../../app/Shell'
import { useSession } from '../../app/session'
import { useFormats } from '../../app/formats'
import { file } from '../../panels/publish/requests'
import type { TabProps } from '../campaign/tab'
import { Compare } from './Compare'
import { download } from '../../app/download'
import { versions as load } from './requests'
import { RollBack } from './RollBack'

/** The versions of a campaign: who is in them, how they differ, and back to one of them. */
export default function Versions({ campaign }: TabProps) {
  const { t } = useTranslation('campaigns')
  const { may } = useSession()
  const { number, moment } = useFormats()
  const [back, setBack] = useState<number>()
  const versions = useQuery({ queryKey: ['versions', campaign], queryFn: () => load(campaign) })

  if (versions.isPending) return <Waiting />
  if (versions.isError) return <Failure error={versions.error} retry={() => void versions.refetch()} />
  const exported = (version: number) =>
    file(campaign, version).then((text) => download(`${campaign}@${version}.yaml`, text), failed)
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('versions.title')}
      </Title>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('versions.version')}</Table.Th>
              <Table.Th>{t('versions.published')}</Table.Th>
              <Table.Th>{t('versions.inside')}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{t('column.actions')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {versions.data.map((version) => (
              <Table.Tr key={version.version}>
                <Table.Td>
                  <Group gap="xs">
                    <Text fw={600}>{version.version}</Text>
                    {version.open && (
                      <Badge size="lg" tt="none" variant="default">
                        {t('versions.open')}
                      </Badge>
                    )}
                  </Group>
                </Table.Td>
                <Table.Td>{moment(version.publishedAt)}</Table.Td>
                <Table.Td>{number(inside(version))}</Table.Td>
                <Table.Td>
                  <Group gap="xs" justify="flex-end">
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('versions.exportOf', { version: version.version })}
                      onClick={() => void exported(version.version)}
                    >
                      {t('export')}
                    </Button>
                    {!version.open && may('publish') && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('back.openOf', { version: version.version })}
                        onClick={() => setBack(version.version)}
                      >
                        {t('back.open')}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {versions.data.length > 1 && <Compare campaign={campaign} versions={versions.data} />}
      {back !== undefined && <RollBack campaign={campaign} to={back} onClose={() => setBack(undefined)} />}
    </Stack>
  )
}

function inside(version: Version): number {
  return version.inside.reduce((sum, { participations }) => sum + participations, 0)
}
