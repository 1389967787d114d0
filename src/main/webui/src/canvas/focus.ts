import type { Key } from './model'

/** Which shape or line has the keyboard. */
export function focused(target: EventTarget | null): Key | undefined {
  const element = target instanceof Element ? target.closest('.react-flow__node, .react-flow__edge') : null
  return element?.getAttribute('data-id') ?? undefined
}
