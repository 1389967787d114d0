import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../app/formats'
import { names, type Series } from './series'

/** The figures of funnels beside each other, for those who cannot see the chart, and to be exact. */
export function FunnelTable({ series }: { series: Series[] }) {
  const { t } = useTranslation('simulate')
  const { number } = useFormats()
  const nodes = names(series, (funnel) => funnel.nodes)
  const edges = names(series, (funnel) => funnel.edges)
  const endings = names(series, (funnel) => funnel.ended)
  const stages = ['arrived', 'left', 'waiting', 'ended'] as const
  const rows: [string, (number | undefined)[]][] = [
    [t('enteredAll'), series.map(({ funnel }) => funnel.entered)],
    ...nodes.flatMap((node) =>
      stages.map((stage): [string, (number | undefined)[]] => [
        `${node} · ${t(`stage.${stage}`)}`,
        series.map(({ funnel }) => funnel.nodes[node]?.[stage]),
      ]),
    ),
    ...edges.map((edge): [string, (number | undefined)[]] => [
      t('edge', { edge }),
      series.map(({ funnel }) => funnel.edges[edge]),
    ]),
    [t('reachedGoal'), series.map(({ funnel }) => funnel.reached)],
    ...endings.map((how): [string, (number | undefined)[]] => [
      t('endedHow', { how: t(`how.${how}`) }),
      series.map(({ funnel }) => funnel.ended[how] ?? 0),
    ]),
  ]
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table captionSide="top" striped>
        <Table.Caption>{t('funnelTable')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('figure')}</Table.Th>
            {series.map(({ name }) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, counts]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              {counts.map((count, rank) => (
                <Table.Td key={series[rank]!.name}>{count === undefined ? '–' : number(count)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
