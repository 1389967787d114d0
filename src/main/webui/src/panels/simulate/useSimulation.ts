import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { ask } from '../../api'
import type { Given, Simulation, Step, Story } from '../../api-types/simulate'
import { EMPTY } from './story'

/** How long one must rest while typing, until the story is told anew. */
const REST = 500

/** A story that is told anew, by one request, whenever something is added to it or the campaign has changed. */
export function useSimulation(typed: string) {
  const [text] = useDebouncedValue(typed, REST)
  const [story, setStory] = useState<Story>(EMPTY)
  const [begun, setBegun] = useState(false)
  const told = useQuery({
    queryKey: ['simulation', text, story],
    queryFn: ({ signal }) =>
      ask<Simulation>('/v1/simulations', {
        method: 'POST',
        body: { campaign: text, scenario: story },
        signal,
      }),
    enabled: begun,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
  })
  const begin = useCallback((given: Given) => {
    setStory({ given, steps: [] })
    setBegun(true)
  }, [])
  const add = useCallback((step: Step) => setStory((now) => ({ ...now, steps: [...now.steps, step] })), [])
  const takeBack = useCallback(() => setStory((now) => ({ ...now, steps: now.steps.slice(0, -1) })), [])
  return { story, begun, told, begin, add, takeBack }
}
