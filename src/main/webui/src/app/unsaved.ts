/** A text that somebody has typed and the service has not kept, and the revision it was typed over. */
export interface Unsaved {
  text: string
  revision?: number
}

const PREFIX = 'unsaved '
let closed = false

const at = (user: string, campaign: string) => `${PREFIX}${campaign} ${user}`

/** Keeps a text in this tab of the browser, beyond the page and the session, for the same person alone. */
export function putAside(user: string, campaign: string, unsaved: Unsaved): void {
  if (closed) return
  try {
    sessionStorage.setItem(at(user, campaign), JSON.stringify(unsaved))
  } catch {
    // The browser has no room or allows none: the text is as lost as it was before.
  }
}

export function putAsideBefore(user: string, campaign: string): Unsaved | undefined {
  const found = sessionStorage.getItem(at(user, campaign))
  return found === null ? undefined : (JSON.parse(found) as Unsaved)
}

export function forget(user: string, campaign: string): void {
  sessionStorage.removeItem(at(user, campaign))
}

/** Whoever signs out leaves nothing behind, and pages that close later put nothing aside. */
export function close(): void {
  closed = true
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => sessionStorage.removeItem(key))
}

export function open(): void {
  closed = false
}
