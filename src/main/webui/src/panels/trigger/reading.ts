import { useQuery } from '@tanstack/react-query'
import { readCells } from '../../api'
import type { Cell, Site } from '../../api-types/cells'

interface Asked {
  cell: unknown
  answered: (cell: Cell) => void
  refused: (error: unknown) => void
}

const waiting = new Map<Site, Asked[]>()

/** Asks what a cell means; cells of one moment are asked for together. */
function read(cell: unknown, where: Site): Promise<Cell> {
  return new Promise((answered, refused) => {
    const others = waiting.get(where)
    if (others) others.push({ cell, answered, refused })
    else {
      waiting.set(where, [{ cell, answered, refused }])
      setTimeout(() => void ask(where))
    }
  })
}

async function ask(where: Site): Promise<void> {
  const asked = waiting.get(where) ?? []
  waiting.delete(where)
  try {
    const cells = await readCells(
      asked.map(({ cell }) => cell),
      where,
    )
    asked.forEach(({ answered, refused }, index) => {
      const cell = cells[index]
      if (cell) answered(cell)
      else refused(new Error('The service answered fewer cells than it was asked for.'))
    })
  } catch (error) {
    asked.forEach(({ refused }) => refused(error))
  }
}

/** What a cell means, as the service reads it. The grammar is there alone. */
export function useCell(cell: unknown, where: Site, enabled = true) {
  return useQuery({
    queryKey: ['cell', where, cell],
    queryFn: () => read(cell, where),
    staleTime: Infinity,
    retry: false,
    enabled,
  })
}
