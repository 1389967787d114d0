import { describe, expect, it } from 'vitest'
import { NO_WORDS } from '../../panels/fields/useVocabulary'
import { firstParameters, kindsOf } from './parts'

const required = { kind: 'text', required: true } as const
const told = {
  ...NO_WORDS,
  channels: [
    { kind: 'log', parameters: [], results: [] },
    {
      kind: 'letter',
      parameters: [
        { ...required, name: 'paper', choices: ['A4', 'A5'] },
        { ...required, name: 'text', choices: [] },
        { ...required, name: 'stamp', choices: [], required: false },
      ],
      results: [],
    },
  ],
}

describe('the kinds of actions', () => {
  it('are those that the service performs, and apart from them those that one would expect', () => {
    const kinds = kindsOf(told)
    expect(kinds.filter(({ offered }) => offered).map(({ kind }) => kind)).toEqual(['log', 'letter'])
    expect(kinds.find(({ kind }) => kind === 'push')).toEqual({ kind: 'push', offered: false })
  })

  it('are the usual ones where the service does not say', () => {
    expect(kindsOf(NO_WORDS)).toContainEqual({ kind: 'coupon', offered: true })
  })

  it('begin with what they must be told', () => {
    expect(firstParameters('letter', told)).toEqual({ paper: 'A4', text: '' })
    expect(firstParameters('push', told)).toEqual({ title: '', body: '' })
  })
})
