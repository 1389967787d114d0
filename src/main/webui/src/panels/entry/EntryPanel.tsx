import { Input, SegmentedControl, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { nodesOf } from '../../graph/campaign'
import { FindingList, findingsOf } from '../fields/FindingList'
import { WordsOf } from '../fields/words'
import { isMap } from '../../graph/print'
import { put, textAt, type PanelProps } from '../fields/writing'
import { TriggerField } from '../trigger/TriggerField'
import { LaunchForm } from './LaunchForm'

/** An entry: a way into the campaign, by a trigger or by reaching out. */
export function EntryPanel({ file, index, onChange, findings }: PanelProps & { index: number }) {
  const { t } = useTranslation('panels')
  const element = `entry[${index}]`
  const at = (key: string) => ['entry', index, key]
  const launch = file.get(at('launch'))
  const launches = launch !== undefined

  function choose(way: string) {
    if ((way === 'launch') === launches) return
    const without = file.remove(at(launches ? 'launch' : 'when'))
    onChange(way === 'launch' ? without.set(at('launch'), { cron: '0 9 * * MON' }) : without)
  }

  return (
    <WordsOf file={file}>
      <Stack gap="md">
        <Input.Wrapper label={t('entry.way')} labelElement="div">
          <SegmentedControl
            mt={4}
            fullWidth
            orientation="vertical"
            aria-label={t('entry.way')}
            value={launches ? 'launch' : 'when'}
            onChange={choose}
            data={['when', 'launch'].map((way) => ({ value: way, label: t(`entry.wayOf.${way}`) }))}
          />
        </Input.Wrapper>
        {launches ? (
          <LaunchForm
            value={isMap(launch) ? launch : {}}
            onChange={(next) => onChange(file.set(at('launch'), next))}
            findings={findings}
            element={`${element}.launch`}
            zone={textAt(file, ['schedule', 'timezone']) || undefined}
          />
        ) : (
          <TriggerField
            label={t('entry.when')}
            description={t('entry.whenHelp')}
            site="entry"
            value={file.get(at('when'))}
            onChange={(when) => onChange(put(file, at('when'), when, 2))}
            findings={findings}
            element={`${element}.when`}
          />
        )}
        <Select
          label={t('entry.to')}
          searchable
          allowDeselect={false}
          value={textAt(file, at('to')) || null}
          data={nodesOf(file)}
          onChange={(node) => node && onChange(file.set(at('to'), node))}
        />
        <FindingList
          findings={[...findingsOf(findings, element, true), ...findingsOf(findings, `${element}.to`)]}
        />
      </Stack>
    </WordsOf>
  )
}
