import { Combobox, Textarea, TextInput, useCombobox } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'

export interface Completion {
  /** What is put in. */
  value: string
  /** What kind of word it is, for the eye. */
  hint?: string
}

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  completions: Completion[]
  /** Where the word that is being written begins, of the text before the caret; -1 where none is. */
  wordAt: (before: string) => number
  multiline?: boolean
  description?: ReactNode
  error?: ReactNode
  placeholder?: string
  required?: boolean
  monospace?: boolean
  hideLabel?: boolean
}

const MOST = 12

/** Finds what may follow: words that begin so, before those that merely contain it. */
export function matching(completions: Completion[], begun: string): Completion[] {
  const sought = begun.toLowerCase()
  const rank = ({ value }: Completion) => {
    const at = value.toLowerCase().indexOf(sought)
    return at < 0 ? 3 : at === 0 ? 0 : /\W/.test(value[at - 1]!) ? 1 : 2
  }
  return completions
    .filter((one) => rank(one) < 3 && one.value !== begun)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}

/** The word of a text form: up to white space or a sign. */
export const cellWord = (before: string): number => /[^\s,()[\]&|"]*$/.exec(before)!.index

/** A reference of a template: from the last brace that is open. */
export function templateWord(before: string): number {
  const open = before.lastIndexOf('{')
  return open >= 0 && /^\{[\w.-]*$/.test(before.slice(open)) ? open : -1
}

/** A text in which the word under the caret can be completed. */
export function Completed(props: Props) {
  const { label, value, onChange, completions, wordAt, multiline, description, error } = props
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)

  const before = value.slice(0, caret)
  const start = wordAt(before)
  const begun = start < 0 ? '' : before.slice(start)
  const offered = start < 0 || begun === '' ? [] : matching(completions, begun)

  function put(chosen: string) {
    const next = value.slice(0, start) + chosen
    onChange(next + value.slice(caret))
    combobox.closeDropdown()
    setCaret(next.length)
    requestAnimationFrame(() => field.current?.setSelectionRange(next.length, next.length))
  }

  const Field = multiline ? Textarea : TextInput
  return (
    <Combobox store={combobox} onOptionSubmit={put} withinPortal>
      <Combobox.Target>
        <Field
          ref={field}
          label={props.hideLabel ? undefined : label}
          aria-label={props.hideLabel ? label : undefined}
          description={description}
          error={error}
          placeholder={props.placeholder}
          required={props.required}
          autosize={multiline ? true : (undefined as never)}
          minRows={multiline ? 1 : (undefined as never)}
          maxRows={multiline ? 12 : (undefined as never)}
          styles={
            props.monospace ? { input: { fontFamily: 'var(--mantine-font-family-monospace)' } } : undefined
          }
          value={value}
          spellCheck={!props.monospace}
          onChange={(event: React.ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) => {
            setCaret(event.currentTarget.selectionStart ?? event.currentTarget.value.length)
            onChange(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onClick={() => combobox.closeDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={label}>
          {offered.map(({ value: word, hint }) => (
            <Combobox.Option value={word} key={word}>
              {word}
              {hint && <span style={{ opacity: 0.75, marginLeft: 8 }}>{hint}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
