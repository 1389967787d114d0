import { Paper, ScrollArea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './DiffText.module.css'

/** A unified diff; its signs stay, so colour is not the only one. */
export function DiffText({ text }: { text: string }) {
  const { t } = useTranslation('campaigns')
  return (
    <Paper withBorder>
      <ScrollArea.Autosize
        mah={420}
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('diff.text') }}
      >
        <pre className={classes.diff}>
          {text
            .trimEnd()
            .split('\n')
            .map((line, index) => (
              <span key={index} className={kind(line)}>
                {line || ' '}
              </span>
            ))}
        </pre>
      </ScrollArea.Autosize>
    </Paper>
  )
}

function kind(line: string): string | undefined {
  if (line.startsWith('@@') || line.startsWith('---') || line.startsWith('+++')) return classes.place
  if (line.startsWith('+')) return classes.added
  return line.startsWith('-') ? classes.removed : undefined
}
