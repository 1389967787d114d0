import { CampaignFile } from '../../graph/file'

/** The names that campaigns may have. */
export const VALID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** The least that is a campaign. */
export function blank(id: string): string {
  return `campaign: ${id}

entry:
  - { when: [["event user.registered"]], to: start }

nodes:
  start: {}
`
}

/** The same file for a campaign of another name. */
export function named(text: string, id: string): string {
  const file = CampaignFile.of(text)
  return file.get(['campaign']) === id ? text : file.set(['campaign'], id).text
}

/** The campaign that a file is of; empty where it does not say. */
export function idOf(text: string): string {
  try {
    const id = CampaignFile.of(text).get(['campaign'])
    return typeof id === 'string' ? id : ''
  } catch {
    return ''
  }
}
