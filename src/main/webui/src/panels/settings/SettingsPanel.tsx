import { Accordion, Badge, Group, Stack, Text } from '@mantine/core'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { findingsOf } from '../fields/FindingList'
import { WordsOf } from '../fields/words'
import type { PanelProps } from '../fields/writing'
import { AudiencePart } from './AudiencePart'
import { ExitPart, GoalPart } from './GoalPart'
import { GeneralPart, QuietHoursPart, SchedulePart } from './GeneralParts'
import { ParticipationPart } from './ParticipationPart'
import { VersionsPart } from './VersionsPart'

/** The parts of the settings, and the keys of the file that each is about. */
const PARTS: { name: string; keys: string[]; form: ComponentType<PanelProps> }[] = [
  { name: 'general', keys: ['campaign', 'name', 'tags', 'priority'], form: GeneralPart },
  { name: 'audience', keys: ['audience'], form: AudiencePart },
  { name: 'schedule', keys: ['schedule'], form: SchedulePart },
  { name: 'participation', keys: ['participation'], form: ParticipationPart },
  { name: 'quietHours', keys: ['quiet-hours'], form: QuietHoursPart },
  { name: 'goal', keys: ['goal'], form: GoalPart },
  { name: 'exit', keys: ['exit'], form: ExitPart },
  { name: 'versions', keys: ['on-change', 'on-resume'], form: VersionsPart },
]

/** All that holds of a campaign as a whole. What is left as it is by itself is not written into the file. */
export function SettingsPanel(props: PanelProps) {
  const { t } = useTranslation('panels')
  const { file, findings } = props
  const [opened, setOpened] = useState(['general'])
  return (
    <WordsOf file={file}>
      <Accordion multiple value={opened} onChange={setOpened} variant="separated" order={3}>
        {PARTS.map(({ name, keys, form: Form }) => {
          const found = keys.flatMap((key) => findingsOf(findings, key)).length
          const set = keys.some((key) => key !== 'campaign' && file.get([key]) !== undefined)
          return (
            <Accordion.Item key={name} value={name}>
              <Accordion.Control>
                <Group gap="xs" justify="space-between" pr="xs">
                  <Text fw={600} size="sm">
                    {t(`part.${name}`)}
                  </Text>
                  {found > 0 ? (
                    <Badge color="red">{t('findingCount', { count: found })}</Badge>
                  ) : (
                    set && <Badge variant="light">{t('set')}</Badge>
                  )}
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                <Stack gap="xs">
                  <Text size="sm" c="dimmed">
                    {t(`partHelp.${name}`)}
                  </Text>
                  {opened.includes(name) && <Form {...props} />}
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          )
        })}
      </Accordion>
    </WordsOf>
  )
}
