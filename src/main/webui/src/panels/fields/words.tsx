import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Attribute, Vocabulary } from '../../api-types/vocabulary'
import { actionsOf, type NamedAction } from '../../graph/actions'
import type { CampaignFile } from '../../graph/file'
import type { Completion } from './Completed'
import { NO_WORDS, useVocabulary } from './useVocabulary'

/** The names that fields offer: of the campaign at hand, and of all that the service knows. */
export interface Words extends Vocabulary {
  actions: NamedAction[]
  nodes: string[]
  /** References such as `{user.name}` and `{gift.code}`. */
  references: Completion[]
}

const Context = createContext<Words>({ ...NO_WORDS, actions: [], nodes: [], references: [] })

export const useWords = (): Words => use(Context)

/** Offers the names of a campaign to the fields within. */
export function WordsOf({ file, children }: { file: CampaignFile; children: ReactNode }) {
  const { words: data } = useVocabulary()
  const words = useMemo(() => {
    const named = actionsOf(file.get(['nodes']))
    const actions = [...named.values()].flat()
    return { ...data, actions, nodes: [...named.keys()], references: references(data, actions) }
  }, [data, file])
  return <Context value={words}>{children}</Context>
}

/** The properties of one type of events; where it is unknown, of all. */
export function propertiesOf(words: Vocabulary, type: string): Attribute[] {
  const known = words.events.find((event) => event.type === type)
  if (known) return known.properties
  const all = new Map(words.events.flatMap((event) => event.properties).map((one) => [one.path, one]))
  return [...all.values()]
}

function references(data: Vocabulary, actions: NamedAction[]): Completion[] {
  const user = data.profile.map(({ path }) => `{user.${path}}`)
  const event = propertiesOf(data, '').flatMap(({ path }) => [`{event.${path}}`, `{entry.${path}}`])
  const results = actions.flatMap(({ id, kind }) =>
    (data.channels.find((channel) => channel.kind === kind)?.results ?? []).map((name) => `{${id}.${name}}`),
  )
  return [...results, '{user.id}', ...user, ...event].map((value) => ({ value }))
}
