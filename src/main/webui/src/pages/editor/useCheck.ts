import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Finding } from '../../api-types/problem'
import { elementOf, keyOf } from '../../graph/element'
import { check } from './service'

const NONE: Finding[] = []

/** What the service says of a text: of the latest alone; until it answers, what it said before. */
export function useCheck(text: string) {
  const [asked] = useDebouncedValue(text, 300)
  const query = useQuery({
    queryKey: ['check', asked],
    queryFn: ({ signal }) => check(asked, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  })
  const findings = query.data?.findings ?? NONE
  const byElement = useMemo(() => grouped(findings), [findings])
  return {
    findings,
    byElement,
    drl: query.data?.drl,
    /** The service has looked at this text or one before it. */
    known: query.data !== undefined,
    /** The answer is for this very text. */
    current: asked === text && !query.isPlaceholderData && query.isSuccess,
    error: query.error,
  }
}

function grouped(findings: Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const element = elementOf(finding.element)
    if (element) groups.set(keyOf(element), [...(groups.get(keyOf(element)) ?? []), finding])
  }
  return groups
}
