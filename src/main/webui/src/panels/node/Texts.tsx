import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Completed, templateWord } from '../fields/Completed'
import { useWords } from '../fields/words'

interface Props {
  label: string
  value: Record<string, unknown>
  onChange: (value: unknown) => void
  error?: string
}

/** Texts by name, such as the headers of a request. */
export function Texts({ label, value, onChange, error }: Props) {
  const { t } = useTranslation('panels')
  const { references } = useWords()
  const entries = Object.entries(value)
  const write = (next: [string, unknown][]) => onChange(next.length ? Object.fromEntries(next) : undefined)
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <Stack gap={4} role="group" aria-label={label}>
        {entries.map(([name, text], index) => (
          <Group key={index} gap={4} wrap="nowrap" align="flex-start">
            <TextInput
              aria-label={t('nameNumber', { label, number: index + 1 })}
              w={130}
              value={name}
              onChange={(event) => {
                const named = event.currentTarget.value
                if (named === name || !(named in value))
                  write(entries.map((one, i) => (i === index ? [named, text] : one)))
              }}
            />
            <div style={{ flex: 1 }}>
              <Completed
                hideLabel
                label={t('valueOf', { name })}
                completions={references}
                wordAt={templateWord}
                value={String(text ?? '')}
                onChange={(next) => write(entries.map((one, i) => (i === index ? [name, next] : one)))}
              />
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              aria-label={t('removeNamed', { name })}
              onClick={() => write(entries.filter((_, i) => i !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          w="fit-content"
          disabled={'' in value}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => write([...entries, ['', '']])}
        >
          {t('addTo', { label })}
        </Button>
      </Stack>
    </Input.Wrapper>
  )
}
