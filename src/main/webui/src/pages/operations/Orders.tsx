import { Anchor, Badge, Button, Chip, Group, Stack, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { ORDER_STATUSES, type Order, type OrderStatus } from '../../api-types/operations'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import { When } from '../../app/When'
import { readOrders } from './queries'

/** Orders that did not go through, with the reason; those still being tried on demand. */
export default function Orders() {
  const { t } = useTranslation('operations')
  const [parameters, setParameters] = useSearchParams()
  const campaign = parameters.get('campaign') ?? ''
  const [statuses, setStatuses] = useState<OrderStatus[]>(['parked', 'unknown', 'failed'])
  const found = useInfiniteQuery({
    queryKey: ['orders', statuses, campaign],
    queryFn: ({ pageParam, signal }) => readOrders({ statuses, campaign }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: statuses.length > 0,
  })
  const orders = statuses.length === 0 ? [] : (found.data?.pages.flatMap((page) => page.orders) ?? [])
  return (
    <Stack gap="md">
      <Chip.Group multiple value={statuses} onChange={(chosen) => setStatuses(chosen as OrderStatus[])}>
        <Group gap="xs" role="group" aria-label={t('show')}>
          {ORDER_STATUSES.map((status) => (
            <Chip key={status} value={status}>
              {t(`status.${status}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {campaign && (
        <Group gap="sm">
          <Text size="sm">{t('ofCampaign', { campaign })}</Text>
          <Button size="compact-sm" variant="default" onClick={() => setParameters({}, { replace: true })}>
            {t('ofAll')}
          </Button>
        </Group>
      )}
      {found.isLoading && <Waiting />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {!found.isLoading && !found.isError && orders.length === 0 && (
        <Text role="status">{t('noOrders')}</Text>
      )}
      {orders.length > 0 && <OrderTable orders={orders} />}
      {found.hasNextPage && (
        <Button
          variant="default"
          w="fit-content"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('earlier')}
        </Button>
      )}
    </Stack>
  )
}

function OrderTable({ orders }: { orders: Order[] }) {
  const { t } = useTranslation('operations')
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table striped aria-label={t('tab.orders')}>
        <Table.Thead>
          <Table.Tr>
            {['ordered', 'action', 'campaign', 'user', 'status', 'attempts', 'reason'].map((column) => (
              <Table.Th key={column}>{t(`order.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {orders.map((order) => (
            <OrderRow key={order.key} order={order} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function OrderRow({ order }: { order: Order }) {
  const { t } = useTranslation('operations')
  return (
    <Table.Tr>
      <Table.Td>
        <When at={order.ordered} />
      </Table.Td>
      <Table.Td>
        {order.action} ({order.kind})
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} size="sm" to={`/campaigns/${order.campaign}`}>
          {order.campaign}@{order.version}
        </Anchor>
        , {order.node}
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} size="sm" to={`/users/${encodeURIComponent(order.user)}`}>
          {order.user}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Badge tt="none" variant="light" color={order.status === 'failed' ? 'red' : 'orange'}>
          {t(`status.${order.status}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{order.attempts}</Table.Td>
      <Table.Td maw={360} style={{ wordBreak: 'break-word' }}>
        {order.reason ?? '–'}
        {order.waitsFor && ` (${t('waitsFor', { what: order.waitsFor })})`}
      </Table.Td>
    </Table.Tr>
  )
}
