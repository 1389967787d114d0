import { Group, Stack, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'

interface Props {
  title: string
  /** Beside the title: what can be done here. */
  actions?: ReactNode
  children: ReactNode
}

/** A page with its heading, which is the document's title as well. */
export function Page({ title, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Campanile`
  }, [title])
  return (
    <Stack gap="md">
      <Group justify="space-between" align="center">
        <Title order={1} size="h3">
          {title}
        </Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  )
}
