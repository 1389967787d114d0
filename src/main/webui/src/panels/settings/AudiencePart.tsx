import { Autocomplete, Fieldset } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWords } from '../fields/words'
import { put, type PanelProps } from '../fields/writing'
import { TriggerField } from '../trigger/TriggerField'
import { elementOf, Part, useField, type FieldProps } from './fields'

/** Who may take part, and who may not though the rest holds. */
export function AudiencePart(props: PanelProps) {
  const { t } = useTranslation('panels')
  return (
    <Part element="audience" findings={props.findings}>
      <Who {...props} path={['audience', 'where']} name="audienceWhere" />
      <ListFile {...props} path={['audience', 'list']} name="audienceList" />
      <Fieldset legend={t('settings.exclude')}>
        <Part element="audience.exclude" findings={props.findings}>
          <Who {...props} path={['audience', 'exclude', 'where']} name="excludeWhere" />
          <ListFile {...props} path={['audience', 'exclude', 'list']} name="excludeList" />
        </Part>
      </Fieldset>
    </Part>
  )
}

function Who({ file, onChange, findings, path, name }: FieldProps) {
  const { t } = useTranslation('panels')
  return (
    <TriggerField
      label={t(`settings.${name}`)}
      description={t(`settings.${name}Help`)}
      site="audience"
      value={file.get(path)}
      onChange={(where) => onChange(put(file, path, where))}
      findings={findings}
      element={elementOf(path)}
    />
  )
}

function ListFile(props: FieldProps) {
  const { attachments } = useWords()
  const { write, ...field } = useField(props)
  return (
    <Autocomplete
      {...field}
      placeholder="users.csv"
      data={attachments.filter((name) => name.endsWith('.csv'))}
      onChange={write}
    />
  )
}
