import { Autocomplete, Select, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PercentField } from '../fields/PercentField'
import { useWords } from '../fields/words'
import { asText, withMember, type FormProps } from './form'

/** An action has been performed, or finally not. */
export function ActionForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  const { actions } = useWords()
  return (
    <Stack gap="sm">
      <Autocomplete
        label={t('actionId')}
        required
        data={actions.map((one) => one.id)}
        value={asText(value.action)}
        error={problem('action')}
        onChange={(action) => onChange(withMember(value, 'action', action))}
      />
      <Select
        label={t('outcome')}
        allowDeselect={false}
        value={asText(value.outcome)}
        error={problem('outcome')}
        data={['succeeded', 'failed'].map((one) => ({ value: one, label: t(`outcomeOf.${one}`) }))}
        onChange={(outcome) => outcome && onChange(withMember(value, 'outcome', outcome))}
      />
    </Stack>
  )
}

/** A share of the users. */
export function SplitForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  return (
    <PercentField
      label={t('split')}
      description={t('splitHelp')}
      value={asText(value.split)}
      error={problem('split')}
      onChange={(split) => onChange(withMember(value, 'split', split))}
    />
  )
}

export function RulesForm({ value, onChange, problem }: FormProps) {
  const { t } = useTranslation('trigger')
  return (
    <TextInput
      label={t('ruleSet')}
      description={t('ruleSetHelp')}
      required
      value={asText(value.rules)}
      error={problem('rules')}
      onChange={(event) => onChange(withMember(value, 'rules', event.currentTarget.value))}
    />
  )
}

export function AlwaysForm() {
  const { t } = useTranslation('trigger')
  return <Text size="sm">{t('alwaysHelp')}</Text>
}
