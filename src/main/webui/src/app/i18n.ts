import i18next from 'i18next'
import resourcesToBackend from 'i18next-resources-to-backend'
import { initReactI18next } from 'react-i18next'

export const LANGUAGES = { en: 'English', zh: '中文' } as const
export type Language = keyof typeof LANGUAGES

const KEY = 'campanile.language'
const texts = import.meta.glob<{ default: object }>('../i18n/*/*.json')

function preferred(): Language {
  const kept = localStorage.getItem(KEY)
  if (kept === 'en' || kept === 'zh') return kept
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function speak(language: Language): void {
  localStorage.setItem(KEY, language)
  void i18next.changeLanguage(language)
}

i18next.on('languageChanged', (language) => (document.documentElement.lang = language))

void i18next
  .use(
    resourcesToBackend((language: string, namespace: string) =>
      texts[`../i18n/${language}/${namespace}.json`]?.(),
    ),
  )
  .use(initReactI18next)
  .init({
    lng: preferred(),
    supportedLngs: Object.keys(LANGUAGES),
    fallbackLng: 'en',
    ns: ['shell'],
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  })

export default i18next
