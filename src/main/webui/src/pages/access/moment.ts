import { useTranslation } from 'react-i18next'

/** Instants as people read them, in the language that is spoken. */
export function useMoment(): (instant: string) => string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (instant) => format.format(new Date(instant))
}
