/** What the next version of a campaign may become. */
export interface Draft {
  campaign: string
  name: string
  /** Missing in lists. */
  text?: string
  revision: number
  state: 'draft' | 'submitted'
  /** The version that was open when it was begun; 0 for a new campaign. */
  basedOn: number
  /** The version that is open now; 0 where there is none. */
  open: number
  author: string
  editedBy: string
  editedAt: string
  submittedBy?: string
  submittedAt?: string
  rejectedBy?: string
  rejectedAt?: string
  comment: string
}

/** A campaign to start from; names and summaries by language. */
export interface Starter {
  id: string
  name: Record<string, string>
  summary: Record<string, string>
  text: string
}
