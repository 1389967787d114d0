export interface Attribute {
  path: string
  /** number, text, truth, time or list; none where that is unknown. */
  kinds: string[]
}

export interface Parameter {
  name: string
  kind: 'text' | 'pool' | 'duration' | 'texts' | 'anything'
  required: boolean
  choices: string[]
}

export interface Channel {
  kind: string
  /** Empty where it takes whatever it is given. */
  parameters: Parameter[]
  /** What `{ID.name}` can ask for once an action has succeeded. */
  results: string[]
}

/** The names that may stand in campaigns. */
export interface Vocabulary {
  events: { type: string; properties: Attribute[] }[]
  profile: Attribute[]
  channels: Channel[]
  pools: { pool: string; free: number; issued: number }[]
  attachments: string[]
  campaigns: { id: string; name: string }[]
}
