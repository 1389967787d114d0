import { notifications } from '@mantine/notifications'
import { ApiError } from '../api'

/** Says that something was done. */
export function done(message: string): void {
  notifications.show({ message, color: 'teal', withBorder: true })
}

/** Says that something was not done, and why. */
export function failed(error: unknown): void {
  const problem = error instanceof ApiError ? error.problem : undefined
  notifications.show({
    title: problem?.title,
    message: problem?.detail || String(error),
    color: 'red',
    withBorder: true,
    autoClose: 10_000,
  })
}
