import { Button, Group, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Gives an action one more parameter. */
export function NewParameter({ taken, onAdd }: { taken: string[]; onAdd: (name: string) => void }) {
  const { t } = useTranslation('panels')
  const [name, setName] = useState('')
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        flex={1}
        label={t('action.newParameter')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={!name || taken.includes(name)}
        onClick={() => {
          onAdd(name)
          setName('')
        }}
      >
        {t('add')}
      </Button>
    </Group>
  )
}
