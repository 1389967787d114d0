import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PercentField } from '../fields/PercentField'
import { put, type PanelProps } from '../fields/writing'
import { TriggerField } from '../trigger/TriggerField'
import { DurationSetting, Part, useField, type FieldProps } from './fields'

/** What the campaign is for. */
export function GoalPart(props: PanelProps) {
  const { t } = useTranslation('panels')
  const { file, onChange, findings } = props
  return (
    <Part element="goal" findings={findings}>
      <TriggerField
        label={t('settings.goalWhen')}
        description={t('settings.goalWhenHelp')}
        site="goal"
        value={file.get(['goal', 'when'])}
        onChange={(when) => onChange(put(file, ['goal', 'when'], when))}
        findings={findings}
        element="goal.when"
      />
      {file.get(['goal']) !== undefined && (
        <>
          <DurationSetting {...props} path={['goal', 'within']} name="goalWithin" />
          <Switch
            label={t('settings.goalExit')}
            description={t('settings.goalExitHelp')}
            checked={file.get(['goal', 'exit']) === true}
            onChange={(event) =>
              onChange(put(file, ['goal', 'exit'], event.currentTarget.checked || undefined))
            }
          />
          <Control {...props} path={['goal', 'control']} name="control" />
        </>
      )}
    </Part>
  )
}

function Control(props: FieldProps) {
  const { write, ...field } = useField(props)
  return <PercentField {...field} onChange={write} />
}

/** What ends a participation, wherever it is. */
export function ExitPart({ file, onChange, findings }: PanelProps) {
  const { t } = useTranslation('panels')
  return (
    <Part element="exit" findings={findings}>
      <TriggerField
        label={t('settings.exitWhen')}
        description={t('settings.exitWhenHelp')}
        site="exit"
        value={file.get(['exit', 'when'])}
        onChange={(when) => onChange(put(file, ['exit', 'when'], when))}
        findings={findings}
        element="exit.when"
      />
    </Part>
  )
}
