import { Text } from '@mantine/core'

/** The word between two cells or rows. */
export function Joint({ word, strong }: { word: string; strong?: boolean }) {
  return (
    <Text size="sm" fw={strong ? 700 : 500} ta="center" my={strong ? 0 : 4}>
      {word}
    </Text>
  )
}
