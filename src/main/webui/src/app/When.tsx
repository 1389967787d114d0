import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** An instant, in the reader's own language and time zone; the exact one on demand. */
export function When({ at }: { at: string | null | undefined }) {
  const { i18n } = useTranslation()
  if (!at) return <>–</>
  const shown = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <Text span inherit component="time" dateTime={at} title={at}>
      {shown.format(new Date(at))}
    </Text>
  )
}
