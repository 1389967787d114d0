import { describe, expect, it } from 'vitest'
import { CampaignFile } from './file'

const text = 'campaign: tea # the drink\nentry: []\nnodes: {}\n'

describe('a campaign file', () => {
  it('is read and changed by paths', () => {
    const file = CampaignFile.of(text)
    expect(file.get(['campaign'])).toBe('tea')
    const changed = file
      .set(['nodes', 'cup'], { actions: [] })
      .insert(['edges'], 0, { from: 'cup', to: 'cup' })
    expect(changed.get(['nodes', 'cup', 'actions'])).toEqual([])
    expect(changed.get(['edges', 0, 'to'])).toBe('cup')
    expect(changed.remove(['edges', 0]).get(['edges'])).toEqual([])
    expect(changed.text).toContain('# the drink')
    expect(file.text).toBe(text)
  })
})
