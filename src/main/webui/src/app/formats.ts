import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Numbers and moments as the reader writes them. */
export function useFormats() {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(i18n.language)
    const moments = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
    return {
      number: (value: number) => numbers.format(value),
      moment: (at: string) => moments.format(new Date(at)),
    }
  }, [i18n.language])
}
