import { describe, expect, it } from 'vitest'

const texts = import.meta.glob<object>('./*/*.json', { eager: true, import: 'default' })

function keys(of: object, prefix = ''): string[] {
  return Object.entries(of).flatMap(([key, value]) =>
    typeof value === 'object' ? keys(value as object, `${prefix}${key}.`) : [prefix + key],
  )
}

/** Chinese has one form where English has two. */
const singular = (key: string) => key.replace(/_(one|other)$/, '')

const namespaces = [...new Set(Object.keys(texts).map((path) => path.split('/').at(-1)!))]

describe('texts', () => {
  it.each(namespaces)('%s says the same in both languages', (file) => {
    const [en, zh] = ['en', 'zh'].map((language) => texts[`./${language}/${file}`])
    expect(en, `en/${file}`).toBeDefined()
    expect(zh, `zh/${file}`).toBeDefined()
    const said = (one: object) => [...new Set(keys(one).map(singular))].sort()
    expect(said(zh!)).toEqual(said(en!))
  })
})
