import { describe, expect, it } from 'vitest'
import { actionOf, actionsOf } from './actions'
import { graphOf } from './campaign'
import { CampaignFile } from './file'

const file = CampaignFile.of(`campaign: tea
nodes:
  ask:
    actions:
      - push: { title: "Tea?" }
      - push: { title: "Now?" }
      - sms: { id: push, body: "Tea." }
  brew:
    actions:
      - push: { id: push-3 }
      - push:
      - mail: { id: "" }
`)

describe('the ids of actions', () => {
  it('are those that are written, and for the rest the kinds, numbered where they are taken', () => {
    const named = actionsOf(file.get(['nodes']))
    expect(named.get('ask')!.map(({ id }) => id)).toEqual(['push-2', 'push-4', 'push'])
    expect(named.get('brew')!.map(({ id }) => id)).toEqual(['push-3', 'push-5', 'mail'])
  })

  it('are the same where they are drawn', () => {
    const drawn = graphOf(file).nodes.flatMap(({ actions }) => actions.map(({ id, text }) => [id, text]))
    expect(drawn.slice(0, 3)).toEqual([
      ['push-2', 'Tea?'],
      ['push-4', 'Now?'],
      ['push', 'Tea.'],
    ])
  })

  it.each(['push', 7, null, {}, { push: {}, sms: {} }])('are given to no such thing as %j', (item) => {
    expect(actionOf(item)).toBeNull()
  })
})
