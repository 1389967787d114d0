import { Document, isSeq, parseDocument } from 'yaml'
import type { Editable, Path } from './editable'

/** A campaign file: its text, and what stands in it. */
export class CampaignFile implements Editable {
  readonly text: string
  private readonly document: Document

  private constructor(text: string, document: Document) {
    this.text = text
    this.document = document
  }

  static of(text: string): CampaignFile {
    return new CampaignFile(text, parseDocument(text))
  }

  get(path: Path): unknown {
    const found = this.document.getIn(path, true)
    return plain(found)
  }

  set(path: Path, value: unknown): CampaignFile {
    return this.changed((document) => document.setIn(path, document.createNode(value)))
  }

  remove(path: Path): CampaignFile {
    return this.changed((document) => document.deleteIn(path))
  }

  insert(path: Path, index: number, value: unknown): CampaignFile {
    return this.changed((document) => {
      const list = document.getIn(path, true)
      if (isSeq(list)) list.items.splice(index, 0, document.createNode(value))
      else document.setIn(path, document.createNode([value]))
    })
  }

  move(path: Path, from: number, to: number): CampaignFile {
    return this.changed((document) => {
      const list = document.getIn(path, true)
      if (isSeq(list)) list.items.splice(to, 0, ...list.items.splice(from, 1))
    })
  }

  private changed(change: (document: Document) => void): CampaignFile {
    const document = this.document.clone()
    change(document)
    return CampaignFile.of(document.toString({ lineWidth: 0 }))
  }
}

function plain(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'toJSON' in node
    ? (node.toJSON as () => unknown)()
    : node
}
