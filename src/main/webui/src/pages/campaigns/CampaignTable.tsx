import { Anchor, Badge, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconClock, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Draft } from '../../api-types/drafts'
import { useFormats } from '../../app/formats'
import { CampaignMenu } from './CampaignMenu'
import type { Row } from './rows'
import { StatusBadge } from './StatusBadge'

/** Campaigns with their state, how many are inside, and their drafts. */
export function CampaignTable({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('campaigns')
  const { number, moment } = useFormats()
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.campaign')}</Table.Th>
            <Table.Th>{t('column.status')}</Table.Th>
            <Table.Th ta="right">{t('column.inside')}</Table.Th>
            <Table.Th>{t('column.changed')}</Table.Th>
            <Table.Th>{t('column.draft')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('column.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ id, name, campaign, draft }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor component={Link} to={campaign ? `/campaigns/${id}` : `/drafts/${id}`} fw={600}>
                  {name}
                </Anchor>
                <Group gap={6}>
                  {name !== id && <Text size="sm">{id}</Text>}
                  {campaign?.tags.map((tag) => (
                    <Badge key={tag} size="lg" variant="default" tt="none">
                      {tag}
                    </Badge>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>
                <StatusBadge status={campaign?.status ?? 'unpublished'} />
                {campaign && <Text size="sm">{t('version', { version: campaign.version })}</Text>}
              </Table.Td>
              <Table.Td ta="right">{campaign?.inside === undefined ? '' : number(campaign.inside)}</Table.Td>
              <Table.Td>{campaign && <Text size="sm">{moment(campaign.changedAt)}</Text>}</Table.Td>
              <Table.Td>{draft && <DraftLink draft={draft} />}</Table.Td>
              <Table.Td ta="right">
                <CampaignMenu campaign={id} status={campaign?.status} drafted={draft !== undefined} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function DraftLink({ draft }: { draft: Draft }) {
  const { t } = useTranslation('campaigns')
  const submitted = draft.state === 'submitted'
  const Icon = submitted ? IconClock : IconPencil
  return (
    <>
      <Anchor
        component={Link}
        to={`/drafts/${draft.campaign}`}
        size="sm"
        style={{ whiteSpace: 'nowrap' }}
        aria-label={t('draftOf', { campaign: draft.campaign, state: t(`status.${draft.state}`) })}
      >
        <Icon size={14} aria-hidden /> {t(`status.${draft.state}`)}
      </Anchor>
      <Text size="sm">{submitted ? draft.submittedBy : draft.editedBy}</Text>
    </>
  )
}
