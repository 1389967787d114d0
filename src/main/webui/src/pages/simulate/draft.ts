import { ApiError, ask } from '../../api'

/** The text of a campaign's draft; null where there is none. */
export async function draftText(campaign: string, signal?: AbortSignal): Promise<string | null> {
  try {
    return (await ask<{ text: string }>(`/v1/drafts/${campaign}`, { signal })).text
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}
