import { Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FindingList, findingsOf } from '../fields/FindingList'
import { WordsOf } from '../fields/words'
import { nodesOf } from '../../graph/campaign'
import { put, textAt, type PanelProps } from '../fields/writing'
import { TriggerField } from './TriggerField'

/** An edge: where it leads, and when it is taken. */
export function EdgePanel({ file, index, onChange, findings }: PanelProps & { index: number }) {
  const { t } = useTranslation('panels')
  const element = `edges[${index}]`
  const at = (key: string) => ['edges', index, key]
  const nodes = nodesOf(file)
  const end = (key: 'from' | 'to') => (
    <Select
      label={t(`edge.${key}`)}
      searchable
      allowDeselect={false}
      value={textAt(file, at(key)) || null}
      data={nodes}
      error={findingsOf(findings, `${element}.${key}`)
        .map((finding) => finding.message)
        .join(' ')}
      onChange={(node) => node && onChange(file.set(at(key), node))}
    />
  )
  return (
    <WordsOf file={file}>
      <Stack gap="md">
        {end('from')}
        {end('to')}
        <TriggerField
          label={t('edge.when')}
          description={t('edge.whenHelp')}
          site="edge"
          value={file.get(at('when'))}
          onChange={(when) => onChange(put(file, at('when'), when, 2))}
          findings={findings}
          element={`${element}.when`}
        />
        <FindingList findings={findingsOf(findings, element, true)} />
      </Stack>
    </WordsOf>
  )
}
