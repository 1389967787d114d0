/** What is wrong with a campaign, as the service's checks tell it. */
export interface Finding {
  severity: 'error' | 'warning'
  check?: string
  line: number
  column: number
  /** Such as `nodes.thank.actions[0]` or `edges[2].when[0][1]`. */
  element?: string
  message: string
  advice?: string
}

/** A problem detail of RFC 9457. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  findings?: Finding[]
  errors?: { field: string; reason: string }[]
  [member: string]: unknown
}
