/** Who waits at a node now, and how many arrivals there were. */
export interface LiveNode {
  waiting: number
  arrived: number
}

/** How often an edge or entry was followed, in all and in the last minute. */
export interface LiveEdge {
  total: number
  lastMinute: number
}

/** What goes on in a campaign, as the service tells it each second. */
export interface Live {
  at: string
  campaign: string
  version: number
  status: 'running' | 'paused' | 'ended'
  nodes: Record<string, LiveNode>
  /** By the ids of rules: `thank-vip`, `entry-1`. */
  edges: Record<string, LiveEdge>
  /** Those who wait at nodes of other versions that the open one does not have. */
  former: { version: number; nodes: Record<string, LiveNode> }[]
  entered: number
  reached: number
  ended: number
  endedBy: Record<string, number>
  refused: number
  refusedBy: Record<string, number>
  /** Dead events are those of all campaigns. */
  errors: { dead: number; parked: number; failed: number; unknown: number }
}
