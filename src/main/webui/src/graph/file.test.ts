import { describe, expect, it } from 'vitest'
import { CampaignFile } from './file'

const text = `# A drink.
campaign: tea # its name

# Who gets some.
nodes:
  ask: # first
    actions:
      - push: { title: 'Tea?', body: plain words }
      # Those who do not read pushes:
      - mail:
          subject: "Tea"
          html: |
            <p>Tea?</p>
            <p>Now?</p>
  brew: {} # end
edges: [{ from: ask, to: brew, when: "after P1D" }]
`

describe('a campaign file', () => {
  const file = CampaignFile.of(text)
  const lines = (changed: CampaignFile) => {
    const before = text.split('\n')
    return changed.text.split('\n').filter((line) => !before.includes(line))
  }

  it('keeps the kind of quotes of what is changed, and all other lines', () => {
    expect(lines(file.set(['nodes', 'ask', 'actions', 0, 'push', 'title'], "It's tea"))).toEqual([
      "      - push: { title: 'It''s tea', body: plain words }",
    ])
    expect(lines(file.set(['nodes', 'ask', 'actions', 1, 'mail', 'subject'], 'Say "tea"'))).toEqual([
      '          subject: "Say \\"tea\\""',
    ])
    expect(lines(file.set(['nodes', 'ask', 'actions', 0, 'push', 'body'], 'a: b, c'))).toEqual([
      `      - push: { title: 'Tea?', body: "a: b, c" }`,
    ])
    expect(lines(file.set(['campaign'], 'coffee'))).toEqual(['campaign: coffee # its name'])
  })

  it('writes texts of several lines as such', () => {
    const path = ['nodes', 'ask', 'actions', 1, 'mail', 'html']
    const changed = file.set(path, '<p>Coffee</p>\n<p>Now?</p>\n')
    expect(changed.get(path)).toBe('<p>Coffee</p>\n<p>Now?</p>\n')
    expect(lines(changed)).toEqual(['            <p>Coffee</p>'])
    expect(changed.set(path, file.get(path)).text).toBe(text)
  })

  it('writes the maps on the way that are missing, in the order of the documentation', () => {
    const changed = file.set(['goal', 'within'], 'P14D').set(['schedule', 'timezone'], 'Asia/Shanghai')
    expect(lines(changed)).toEqual(['schedule: { timezone: Asia/Shanghai }', 'goal: { within: P14D }'])
    expect(changed.text.indexOf('schedule')).toBeLessThan(changed.text.indexOf('goal'))
    expect(changed.text.indexOf('goal')).toBeLessThan(changed.text.indexOf('nodes:'))
    expect(changed.remove(['goal']).remove(['schedule']).text).toBe(text)
  })

  it('takes an item away with the comment above it', () => {
    const changed = file.remove(['nodes', 'ask', 'actions', 1])
    expect(changed.text).not.toContain('do not read pushes')
    expect(changed.text).toContain('  brew: {} # end\n')
    expect(changed.get(['nodes', 'ask', 'actions'])).toHaveLength(1)
  })

  it('moves an item with the comment above it', () => {
    const changed = file.move(['nodes', 'ask', 'actions'], 1, 0)
    expect(changed.text.indexOf('# Those who')).toBeLessThan(changed.text.indexOf('- mail'))
    expect(changed.text.indexOf('- mail')).toBeLessThan(changed.text.indexOf('- push'))
    expect(changed.move(['nodes', 'ask', 'actions'], 0, 1).text).toBe(text)
  })

  it('begins lists and maps where there are none, and grows those in brackets', () => {
    const changed = file.insert(['entry'], 0, { to: 'ask', when: [['event a.b']] })
    expect(changed.get(['entry', 0, 'to'])).toBe('ask')
    expect(lines(file.insert(['edges'], 0, { from: 'brew', to: 'ask', when: [['always']] }))).toEqual([
      'edges: [{ from: brew, to: ask, when: [[always]] }, { from: ask, to: brew, when: "after P1D" }]',
    ])
    expect(lines(file.set(['nodes', 'brew', 'strategy'], 'parallel'))).toEqual([
      '  brew: { strategy: parallel } # end',
    ])
  })

  it.each<[string, unknown]>([
    ['a word that means something else', 'yes'],
    ['a number in quotes', '01'],
    ['a time', '22:00'],
    ['a sign', '- # : { } [ ] , & * ! | > @ `'],
    ['lines', 'a\n\n  b\nc'],
    ['nothing', ''],
    ['a tab and a bell', 'a\tb\u0007'],
    ['another script', '欢迎光临'],
    ['a list of lists', [['a, b', "it's"], ['"c"']]],
    ['a map', { 'a b': { c: [1, 2.5, true, null] }, d: [] }],
    ['lists in lists of long texts', [['x'.repeat(90), 'y'.repeat(90)], ['z'.repeat(90)]]],
  ])('writes %s so that it is read as it was meant', (_, value) => {
    for (const path of [
      ['nodes', 'ask', 'note'],
      ['nodes', 'brew', 'note'],
      ['name'],
      ['edges', 0, 'when'],
    ]) {
      const changed = file.set(path, value)
      expect(changed.get(path)).toEqual(value)
      expect(changed.text).toContain('# A drink.')
    }
  })

  it('keeps the line ends of another system', () => {
    const other = CampaignFile.of(text.replaceAll('\n', '\r\n'))
    const changed = other.set(['nodes', 'pour'], { actions: [{ log: { text: 'x'.repeat(120) } }] })
    expect(changed.text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(changed.remove(['nodes', 'pour']).text).toBe(other.text)
  })

  it('tells where a text cannot be read', () => {
    const broken = CampaignFile.of('campaign: tea\nnodes: [\n')
    expect(broken.readable).toBe(false)
    expect(broken.breaches[0]!.line).toBeGreaterThanOrEqual(2)
    expect(CampaignFile.of('- a').readable).toBe(false)
    expect(CampaignFile.of('a: 1\na: 2\n').readable).toBe(false)
  })

  it('changes nothing where there is nothing', () => {
    expect(file.remove(['nodes', 'nobody'])).toBe(file)
    expect(file.set(['campaign'], 'tea')).toBe(file)
    expect(file.move(['edges'], 0, 5)).toBe(file)
    expect(file.rename(['nodes', 'ask'], 'brew')).toBe(file)
  })

  it('begins with an empty text', () => {
    expect(CampaignFile.of('').set(['campaign'], 'tea').get([])).toEqual({ campaign: 'tea' })
  })
})
