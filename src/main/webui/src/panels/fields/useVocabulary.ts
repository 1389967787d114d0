import { useQuery } from '@tanstack/react-query'
import { vocabulary } from '../../api'
import type { Vocabulary } from '../../api-types/vocabulary'

export const NO_WORDS: Vocabulary = {
  events: [],
  profile: [],
  channels: [],
  pools: [],
  attachments: [],
  campaigns: [],
}

/** The names that may stand in campaigns, and whether the service is still being asked for them. */
export function useVocabulary(): { words: Vocabulary; asked: boolean } {
  const { data, isPending } = useQuery({ queryKey: ['vocabulary'], queryFn: vocabulary, staleTime: 60_000 })
  return { words: data ?? NO_WORDS, asked: isPending }
}
