import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../app/Failure'
import { useSession } from '../../app/session'
import { useVocabulary } from '../fields/useVocabulary'
import { FrameView } from './FrameView'
import { GivenForm } from './GivenForm'
import { SaveScenario } from './SaveScenario'
import { StepForm } from './StepForm'
import { actionsOf, lit, words, type Lit } from './story'
import { Timeline } from './Timeline'
import { useSimulation } from './useSimulation'

interface Props {
  /** The campaign that scenarios are kept with, whatever its text calls it at the moment. */
  campaign: string
  /** The file of the campaign, published or not. */
  text: string
  /** Hears what to light, again and again; null where there is nothing any more. */
  onFrame?: (lit: Lit | null) => void
}

/** Lets one user walk through a campaign in virtual time. */
export function SimulationPanel(props: Props) {
  const { t } = useTranslation('simulate')
  const { may } = useSession()
  return may('simulate') ? <Simulation {...props} /> : <Text>{t('mayNot')}</Text>
}

function Simulation({ campaign, text, onFrame }: Props) {
  const { t } = useTranslation('simulate')
  const { story, begun, told, begin, add, takeBack } = useSimulation(text)
  const [wanted, setWanted] = useState<number | null>(null)
  const vocabulary = useVocabulary()
  const frames = useMemo(() => told.data?.frames ?? [], [told.data])
  const chosen = Math.min(wanted ?? frames.length - 1, frames.length - 1)
  const frame = frames[chosen]

  useEffect(() => onFrame?.(frame ? lit(frames, chosen) : null), [frames, chosen, frame, onFrame])
  useEffect(() => () => onFrame?.(null), [onFrame])

  const follow =
    <T,>(change: (argument: T) => void) =>
    (argument: T) => {
      setWanted(null)
      change(argument)
    }
  return (
    <Stack gap="md" component="section" aria-label={t('simulation')}>
      <GivenForm begun={begun} onBegin={follow(begin)} />
      {begun && (
        <>
          <StepForm
            words={vocabulary.words}
            actions={actionsOf(frames, told.data?.waiting ?? [])}
            waiting={told.data?.waiting ?? []}
            next={told.data?.next ?? null}
            zone={told.data?.clock ?? 'UTC'}
            busy={told.isFetching}
            onStep={follow(add)}
          />
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              disabled={story.steps.length === 0}
              onClick={() => follow(takeBack)(undefined)}
            >
              {t('takeBack')}
            </Button>
            <Text size="sm">
              {story.steps.length === 0 ? t('noSteps') : story.steps.map(words).join(' → ')}
            </Text>
          </Group>
        </>
      )}
      {told.isError && <Failure error={told.error} retry={() => void told.refetch()} />}
      {told.data && told.data.problems.length > 0 && (
        <Alert color="orange" title={t('problems')} role="status">
          <List size="sm">
            {told.data.problems.map((one) => (
              <List.Item key={`${one.element} ${one.message}`}>{one.message}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {told.data && frame && (
        <>
          <Title order={3} size="h5">
            {t('course')}
          </Title>
          <Text size="sm">{t('clock', { zone: told.data.clock })}</Text>
          <Timeline frames={frames} zone={told.data.clock} chosen={chosen} onChoose={setWanted} />
          <FrameView frame={frame} zone={told.data.clock} />
          <SaveScenario campaign={campaign} yaml={told.data.yaml} />
        </>
      )}
    </Stack>
  )
}
