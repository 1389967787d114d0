import { MantineProvider } from '@mantine/core'
import { act, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createMarks, MarksProvider, useMark } from './marks'
import { marksOfFlow, marksOfLight } from './overlays'

describe('what goes on', () => {
  const flow = {
    nodes: { ask: { waiting: 3 } },
    edges: { 'ask-done': { total: 9, lastMinute: 1 }, 'entry-1': { total: 12, lastMinute: 0 } },
  }

  it('is marked at nodes, edges and entries', () => {
    const marks = marksOfFlow(flow)
    expect(marks['nodes.ask']).toEqual({ waiting: 3 })
    expect(marks['edge.ask-done']).toEqual({ total: 9, lastMinute: 1 })
    expect(marks['entry.entry-1']).toEqual({ total: 12, lastMinute: 0 })
  })

  it('draws only what has changed', () => {
    const drawn: string[] = []
    function Badge({ id }: { id: string }) {
      const { waiting } = useMark(id)
      drawn.push(id)
      return <span data-testid={id}>{waiting}</span>
    }
    const marks = createMarks()
    render(
      <MantineProvider>
        <MarksProvider value={marks}>
          <Badge id="nodes.ask" />
          <Badge id="nodes.done" />
        </MarksProvider>
      </MantineProvider>,
    )
    drawn.length = 0
    act(() => marks.setState({ marks: marksOfFlow(flow) }))
    act(() => marks.setState({ marks: marksOfFlow(structuredClone(flow)) }))
    expect(screen.getByTestId('nodes.ask')).toHaveTextContent('3')
    expect(drawn).toEqual(['nodes.ask'])
  })
})

describe('a simulation', () => {
  it('lights where the user is brighter than where the user has been', () => {
    const marks = marksOfLight({
      nodes: ['done'],
      edges: ['ask-done'],
      been: { nodes: ['ask'], edges: ['entry-1'] },
    })
    expect(marks['nodes.done']).toEqual({ lit: 'now' })
    expect(marks['edge.ask-done']).toEqual({ lit: 'now' })
    expect(marks['nodes.ask']).toEqual({ lit: 'been' })
    expect(marks['entry.entry-1']).toEqual({ lit: 'been' })
    expect(marksOfLight(null)).toEqual({})
  })
})
