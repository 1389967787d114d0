import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell, CellProblem, Site } from '../../api-types/cells'
import { Failure } from '../../app/Failure'
import { cellWord, Completed } from '../fields/Completed'
import { useWords } from '../fields/words'
import { wordsFor } from './completions'
import { FORMS } from './forms'
import { KINDS, kindOf, kindsAt, type CellObject, type Kind } from './kinds'
import { useCell } from './reading'

const PAUSE = 250

interface Props {
  /** The cell as it stands in the file; undefined for a new one. */
  cell: unknown
  site: Site
  onApply: (cell: unknown) => void
  onClose: () => void
}

/**
 * A cell as a form and as a text, which stay in step: whichever was touched last is read by the service, and the
 * other shows its answer. What does not read leaves the other as it was.
 */
export function CellEditor({ cell, site, onApply, onClose }: Props) {
  const { t } = useTranslation('trigger')
  const words = useWords()
  const [source, setSource] = useState<unknown>(cell)
  const [good, setGood] = useState<Cell>()
  const [asked] = useDebouncedValue(source, PAUSE)
  const { data, error, isFetching } = useCell(asked, site, asked !== undefined && asked !== '')
  if (data && data.problems.length === 0 && data !== good) setGood(data)

  const touched = source !== cell
  const settled = asked === source && !!data && !isFetching
  const problems = settled && (touched || cell !== undefined) ? data.problems : []
  const byText = typeof source === 'string'
  const object = byText || source === undefined ? good?.object : (source as CellObject)
  const text = byText ? source : asked === source && data?.text ? data.text : (good?.text ?? '')
  const kind = kindOf(object)
  const completions = useMemo(() => wordsFor(words), [words])

  function apply() {
    // What stood in the file as an object stays one; all others are texts.
    if (settled && data.text) onApply(typeof cell === 'object' && cell !== null ? data.object : data.text)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      returnFocus={false}
      size="xl"
      title={t(cell === undefined ? 'newCell' : 'editCell')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // A form within a dialog within a page: its submission is nobody else's matter.
          event.stopPropagation()
          apply()
        }}
      >
        <Stack gap="md">
          <Select
            label={t('kind')}
            placeholder={t('chooseKind')}
            data-autofocus
            allowDeselect={false}
            searchable
            // It has the focus first: the dialog shall not open behind a list.
            openOnFocus={false}
            value={kind ?? null}
            data={kindsAt(site).map((one) => ({ value: one, label: t(`kindName.${one}`) }))}
            onChange={(next) => next && next !== kind && setSource(KINDS[next as Kind].blank)}
          />
          {kind && <Text size="sm">{t(`kindHelp.${kind}`)}</Text>}
          {kind &&
            object &&
            createElement(FORMS[kind], {
              key: kind,
              site,
              value: object,
              onChange: setSource,
              problem: (element) => (byText ? undefined : messageAt(problems, element)),
            })}
          <Completed
            label={t('text')}
            description={t('textHelp')}
            monospace
            multiline
            completions={completions}
            wordAt={cellWord}
            value={text}
            onChange={setSource}
            error={byText && problems.length > 0 && <ProblemList problems={problems} placed />}
          />
          {!byText && <Elsewhere problems={problems} object={object} />}
          {error && <Failure error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!settled || !data.text}>
              {t('apply')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Problems that no field of the form shows. */
function Elsewhere({ problems, object }: { problems: CellProblem[]; object: CellObject | undefined }) {
  const rest = problems.filter(({ element }) => element === '' || !reaches(object, element))
  return (
    rest.length > 0 && (
      <Alert color="red" role="alert" p="xs">
        <ProblemList problems={rest} />
      </Alert>
    )
  )
}

/** As spans: what stands below a field is a paragraph. */
function ProblemList({ problems, placed }: { problems: CellProblem[]; placed?: boolean }) {
  const { t } = useTranslation('trigger')
  return problems.map((problem, index) => (
    <Text key={index} span size="sm" display="block">
      {placed && t('atCharacter', { number: problem.offset + 1 })} {problem.message} {problem.advice}
    </Text>
  ))
}

function messageAt(problems: CellProblem[], element: string): string | undefined {
  const found = problems.filter((problem) => problem.element === element)
  return found.length
    ? found.map(({ message, advice }) => `${message} ${advice}`.trim()).join(' ')
    : undefined
}

/** Whether the object form has such an element. */
function reaches(object: unknown, element: string): boolean {
  const steps = element.split(/[.[\]]+/).filter(Boolean)
  const found = steps.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    object,
  )
  return found !== undefined
}
