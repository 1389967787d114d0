import { yaml } from '@codemirror/lang-yaml'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { Annotation, Compartment, EditorState, Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useComputedColorScheme } from '@mantine/core'
import { basicSetup } from 'codemirror'
import { useEffect, useRef } from 'react'
import type { Finding } from '../../api-types/problem'
import { completion, type Known } from './completion'

interface Props {
  text: string
  label: string
  language?: 'yaml' | 'plain'
  findings?: Finding[]
  known?: Known
  /** Where the cursor shall go; a new object each time. */
  goTo?: { line: number; column: number }
  /** Read only where it is missing. */
  onType?: (text: string) => void
  onUndo?: () => void
  onRedo?: () => void
}

/** Marks what comes from outside, so that it is not taken for typing. */
const given = Annotation.define<boolean>()

const dark = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: '#7cc4fa' },
  { tag: [tags.string, tags.content], color: '#d6b98a' },
  { tag: tags.comment, color: '#9aa5b1' },
  { tag: [tags.keyword, tags.number, tags.bool], color: '#d9a0e8' },
])

const light = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: '#0b5394' },
  { tag: [tags.string, tags.content], color: '#7a3e00' },
  { tag: tags.comment, color: '#5b6570' },
  { tag: [tags.keyword, tags.number, tags.bool], color: '#7b1fa2' },
])

function themed(isDark: boolean): Extension {
  return [
    syntaxHighlighting(isDark ? dark : light),
    EditorView.theme(
      {
        '&': { backgroundColor: 'var(--mantine-color-body)', color: 'var(--mantine-color-text)' },
        '.cm-gutters': {
          backgroundColor: 'var(--mantine-color-default-hover)',
          color: 'var(--mantine-color-dimmed)',
        },
        '.cm-content': { caretColor: 'var(--mantine-color-text)' },
        '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
      },
      { dark: isDark },
    ),
  ]
}

/** A text with line numbers, colours, and marks at what is wrong. */
export default function TextPane(props: Props) {
  const { text, label, findings, goTo } = props
  const holder = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const theme = useRef(new Compartment())
  const latest = useRef(props)
  const isDark = useComputedColorScheme('light') === 'dark'
  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    const { onType, language = 'yaml', text: begun } = latest.current
    const made = new EditorView({
      parent: holder.current!,
      state: EditorState.create({
        doc: begun,
        extensions: [
          Prec.highest(history(latest)),
          basicSetup,
          language === 'yaml' ? [yaml(), completion(() => latest.current.known)] : [],
          lintGutter(),
          theme.current.of([]),
          EditorView.lineWrapping,
          EditorState.readOnly.of(!onType),
          // Said aloud, because not every tool takes an editable text for something that Tab reaches.
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            const typed = update.docChanged && !update.transactions.some((one) => one.annotation(given))
            if (typed) latest.current.onType?.(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = made
    return () => made.destroy()
  }, [label])

  useEffect(() => {
    view.current?.dispatch({ effects: theme.current.reconfigure(themed(isDark)) })
  }, [isDark, label])

  useEffect(() => {
    const shown = view.current?.state.doc.toString()
    if (shown === undefined || shown === text) return
    view.current!.dispatch({ changes: changeBetween(shown, text), annotations: given.of(true) })
  }, [text])

  useEffect(() => {
    const { state } = view.current!
    view.current!.dispatch(
      setDiagnostics(
        state,
        (findings ?? []).map((one) => diagnostic(state, one)),
      ),
    )
  }, [findings])

  useEffect(() => {
    if (!goTo || !view.current) return
    const { state } = view.current
    const anchor = offset(state, goTo.line, goTo.column)
    view.current.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    })
    view.current.focus()
  }, [goTo])

  return <div ref={holder} style={{ height: '100%' }} />
}

/** Text and canvas have one history, which is not the text's own. */
function history(latest: { current: Props }): Extension {
  const undo = () => (latest.current.onUndo?.(), true)
  const redo = () => (latest.current.onRedo?.(), true)
  return keymap.of([
    { key: 'Mod-z', run: undo },
    { key: 'Mod-y', run: redo },
    { key: 'Mod-Shift-z', run: redo },
  ])
}

/** Only what differs, so that the cursor stays where it is. */
function changeBetween(from: string, to: string) {
  let head = 0
  while (head < from.length && head < to.length && from[head] === to[head]) head++
  let tail = 0
  const most = Math.min(from.length, to.length) - head
  while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++
  return { from: head, to: from.length - tail, insert: to.slice(head, to.length - tail) }
}

function offset(state: EditorState, line: number, column: number): number {
  const found = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines))
  return Math.min(found.from + Math.max(column - 1, 0), found.to)
}

function diagnostic(state: EditorState, { line, column, severity, message, advice }: Finding): Diagnostic {
  const from = offset(state, line, column)
  const rest = /^[^\s,\]}]*/.exec(state.sliceDoc(from, state.doc.lineAt(from).to))![0].length
  const level = severity === 'error' ? 'error' : 'warning'
  return { from, to: from + rest, severity: level, message: `${message} ${advice ?? ''}`.trim() }
}
