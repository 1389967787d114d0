import type { TFunction } from 'i18next'
import { spoken } from '../fields/duration'
import { isMap } from '../../graph/print'
import { asText } from './form'
import { kindOf, type CellObject, type Kind } from './kinds'

type Told = Record<string, unknown>

/** Says cells in the words of a marketer. */
export class Phrases {
  constructor(
    private readonly t: TFunction<'trigger'>,
    private readonly language: string,
  ) {}

  /** A sentence for a cell; undefined where its kind is unknown. */
  of(cell: CellObject): string | undefined {
    const kind = kindOf(cell)
    return kind && this.sentence(kind, cell)
  }

  private sentence(kind: Kind, cell: CellObject): string {
    const say = (told: Told = {}, key: string = kind) => this.t(`say.${key}`, told)
    switch (kind) {
      case 'event':
        return say({ type: cell.event, where: this.where(cell.where) })
      case 'aggregate':
        return this.aggregate(isMap(cell.aggregate) ? cell.aggregate : {})
      case 'user':
        return say({ comparison: this.comparison(asText(cell.user), cell) })
      case 'after':
        return say({ duration: this.span(cell.after) })
      case 'at':
        return say({ time: cell.at, clock: this.clock(cell) })
      case 'on':
        return say({ date: asText(cell.on).replace('T', ' '), clock: this.clock(cell) })
      case 'cron':
        return say({ cron: cell.cron, clock: this.clock(cell) })
      case 'during':
        return this.during(isMap(cell.during) ? cell.during : {})
      case 'enter':
      case 'exit':
      case 'inside':
        return say({ area: this.area(cell[kind]) })
      case 'dwell':
        return say({ duration: this.span(cell.dwell), area: this.area(cell.area) })
      case 'action':
        return say({ id: cell.action }, cell.outcome === 'failed' ? 'actionFailed' : 'actionSucceeded')
      case 'split':
        return say({ share: cell.split })
      case 'rules':
        return say({ name: cell.rules })
      case 'always':
        return say()
    }
  }

  private aggregate(told: Told): string {
    return this.t('say.aggregate', {
      what: this.t(`say.fn.${asText(told.fn)}`, { path: told.path, type: told.of }),
      where: this.where(told.where),
      compared: this.compared(told),
      within: told.within ? this.t('say.within', { duration: this.span(told.within) }) : '',
      since: told.since ? this.t(`say.since.${asText(told.since)}`) : '',
    })
      .replace(/\s+/g, ' ')
      .trim()
  }

  private during(told: Told): string {
    const days = Array.isArray(told.days) ? told.days : []
    return this.t('say.during', {
      from: told.from,
      to: told.to,
      days: days.map((day) => this.t(`day.${asText(day)}`)).join(', '),
      clock: this.clock(told),
    })
      .replace(/\s+/g, ' ')
      .trim()
  }

  private where(rows: unknown): string {
    if (!Array.isArray(rows) || rows.length === 0) return ''
    const said = (rows as Told[][]).map((row) => {
      const cells = row.map((cell) => this.comparison(asText(cell.path), cell)).join(` ${this.t('or')} `)
      return row.length > 1 && rows.length > 1 ? `(${cells})` : cells
    })
    return this.t('say.where', { what: said.join(` ${this.t('and')} `) })
  }

  private comparison(path: string, told: Told): string {
    return `${path} ${this.compared(told)}`
  }

  private compared(told: Told): string {
    const values = Array.isArray(told.value) ? told.value : told.value === undefined ? [] : [told.value]
    const said = values.map((value) => this.value(value))
    const list = told.op === 'between' ? said.join(` ${this.t('and')} `) : said.join(', ')
    return `${this.t(`op.${asText(told.op)}`)} ${list}`.trim()
  }

  private value(value: unknown): string {
    if (isMap(value)) return `“${asText(value.text)}”`
    if (typeof value === 'string') return value.startsWith('{') ? value : `“${value}”`
    return asText(value)
  }

  private area(area: unknown): string {
    if (!isMap(area)) return ''
    return this.t(`say.${'file' in area ? 'areaFile' : 'circle'}`, area)
  }

  private clock(told: Told): string {
    return told.zone === 'user' ? this.t('say.onUserClock') : ''
  }

  private span(text: unknown): string {
    return spoken(asText(text), this.language)
  }
}
