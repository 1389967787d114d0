import { Completed, templateWord } from '../fields/Completed'
import { useWords } from '../fields/words'

export interface TextProps {
  name: string
  required: boolean
  error?: string
  text: string
  onChange: (text: string) => void
}

/** A text in which values of the user, the event or an earlier action may stand. */
export function Template({ name, required, error, text, onChange }: TextProps) {
  const { references } = useWords()
  return (
    <Completed
      label={name}
      required={required}
      error={error}
      multiline
      completions={references}
      wordAt={templateWord}
      value={text}
      onChange={onChange}
    />
  )
}
