import { Alert, Group, Paper } from '@mantine/core'
import { ReactFlowProvider } from '@xyflow/react'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useStore } from 'zustand'
import { Page } from '../../app/Page'
import { done, failed } from '../../app/notices'
import { Waiting } from '../../app/Shell'
import { useSession } from '../../app/session'
import type { Unsaved } from '../../app/unsaved'
import { Canvas } from '../../canvas/Canvas'
import { createMarks, MarksProvider } from '../../canvas/marks'
import type { Key, Places } from '../../canvas/model'
import { marksOfLight, type Light } from '../../canvas/overlays'
import { CampaignFile } from '../../graph/file'
import type { Draft } from '../../api-types/drafts'
import { DraftStatus, PublishDialog } from '../../panels/publish'
import { download } from '../../app/download'
import { named } from '../campaigns/texts'
import css from './editor.module.css'
import { ChangesPane } from './ChangesPane'
import { Dialogs, type Dialog } from './Dialogs'
import { Palette } from './Palette'
import { Problems } from './Problems'
import { SavedSign, SavingTrouble } from './SavedSign'
import { SidePanel } from './SidePanel'
import { createEditor, type EditorStore } from './store'
import { TextPanes } from './TextPanes'
import { Toolbar } from './Toolbar'
import { useChanges } from './useChanges'
import { useCheck } from './useCheck'
import { useHands } from './useHands'
import { useKeptPlaces } from './useKeptPlaces'
import { useKeys } from './useKeys'
import { usePanes } from './usePanes'
import { useSaving } from './useSaving'
import { useShowing } from './useShowing'

const SimulationPanel = lazy(() =>
  import('../../panels/simulate').then((found) => ({ default: found.SimulationPanel })),
)

interface Props {
  campaign: string
  kept: Draft | undefined
  text: string
  places: Places
  /** What was typed here before, and could not be kept. */
  unsaved?: Unsaved
}

export function Editor(props: Props) {
  return (
    <ReactFlowProvider>
      <Inside {...props} />
    </ReactFlowProvider>
  )
}

function Inside({ campaign, kept, text: begun, places: placed, unsaved }: Props) {
  const { t } = useTranslation('canvas')
  const navigate = useNavigate()
  const { session, may } = useSession()
  const readOnly = !may('edit')
  const [store] = useState(() => resumed(createEditor(begun, placed), may('edit') ? unsaved : undefined))
  const [marks] = useState(createMarks)
  const { text, file, graph, places, selection, broken, fill, type, replace, select } = useStore(store)
  const { pastStates, futureStates } = useStore(store.temporal)
  const hands = useHands(store)
  const light = useCallback((lit: Light | null) => marks.setState({ marks: marksOfLight(lit) }), [marks])
  const check = useCheck(text)
  const { saving, drafted, save, resolve, hear, beginAnew, finish } = useSaving({
    campaign,
    user: session?.user ?? '',
    text,
    begun: unsaved ? { text: begun, revision: unsaved.revision } : kept,
    initial: begun,
    active: !readOnly,
    onLost: () => failed(t('saving.lost', { name: campaign })),
  })
  useKeptPlaces(campaign, graph, places, !readOnly)
  const { show, centre, openPanel } = useShowing(store)
  const showChosen = (key: Key) => {
    select([key])
    show(key)
  }
  const { panes, toggle, goTo, choose } = usePanes(graph, showChosen)
  const changes = useChanges(campaign, text, graph, places, panes.has('changes'))
  const [dialog, setDialog] = useState<Dialog>()

  const add = (item: string) => hands.add(item, centre())
  const keys = useMemo(
    () => ({
      hands: readOnly ? undefined : hands,
      onFind: () => setDialog('find'),
      onKeys: () => setDialog('keys'),
      onConnect: () => setDialog('connect'),
      onAdd: () => hands.add('node', centre()),
      onOpen: openPanel,
      onShow: show,
    }),
    [readOnly, hands, centre, openPanel, show],
  )
  useKeys(store, keys)

  const leave = () => {
    finish()
    void navigate(`/campaigns/${campaign}`)
  }
  const remarks = useMemo(
    () => ({ findings: check.byElement, changes: changes.byKey }),
    [check.byElement, changes.byKey],
  )

  return (
    <Page
      title={t('draft', { name: graph.name || campaign })}
      actions={
        !readOnly && (
          <>
            <DraftStatus campaign={campaign} onSeen={hear} onDiscarded={leave} />
            <SavedSign state={saving.state} />
            {drafted && <PublishDialog campaign={campaign} text={text} onPublished={leave} />}
          </>
        )
      }
    >
      <div className={css.editor}>
        <Group justify="space-between">
          <Toolbar
            readOnly={readOnly}
            maySimulate={may('simulate')}
            canUndo={pastStates.length > 0}
            canRedo={futureStates.length > 0}
            panes={panes}
            onToggle={toggle}
            onUndo={hands.undo}
            onRedo={hands.redo}
            onArrange={hands.arrange}
            onFind={() => setDialog('find')}
            onKeys={() => setDialog('keys')}
            onImport={(imported) => {
              replace(CampaignFile.of(imported).readable ? named(imported, campaign) : imported)
              done(t('imported'))
            }}
            onExport={() =>
              download(`${campaign}.${text.trimStart().startsWith('{') ? 'json' : 'yaml'}`, text)
            }
          />
        </Group>
        <SavingTrouble
          saving={saving}
          onRetry={() => void save()}
          onBeginAnew={beginAnew}
          onMine={() => saving.state === 'conflict' && resolve(saving.theirs, true)}
          onTheirs={() => {
            if (saving.state !== 'conflict') return
            resolve(saving.theirs, false)
            replace(saving.theirs.text ?? '')
          }}
        />
        {broken && <Alert color="yellow">{t('broken')}</Alert>}
        <div className={css.middle} data-narrow={panes.has('text') || panes.has('rules') || undefined}>
          {!readOnly && <Palette disabled={broken} onAdd={add} />}
          <div className={css.drawing}>
            <MarksProvider value={marks}>
              <Canvas
                graph={changes.graph}
                places={changes.places}
                remarks={remarks}
                selection={selection}
                onSelect={select}
                onOpen={openPanel}
                hands={readOnly || broken ? undefined : hands}
              />
            </MarksProvider>
          </div>
          <TextPanes
            panes={panes}
            text={text}
            drl={check.drl}
            findings={check.findings}
            nodes={graph.nodes.map(({ id }) => id)}
            goTo={goTo}
            onType={readOnly ? undefined : type}
            onUndo={hands.undo}
            onRedo={hands.redo}
          />
          <Paper
            withBorder
            p="sm"
            className={css.side}
            component="aside"
            aria-label={t('panel.title')}
            id="panel"
          >
            {panes.has('simulation') ? (
              <Suspense fallback={<Waiting />}>
                <SimulationPanel campaign={campaign} text={file.text} onFrame={light} />
              </Suspense>
            ) : (
              <SidePanel
                file={file}
                graph={graph}
                selection={selection}
                readOnly={readOnly || broken}
                findings={check.findings}
                onChange={fill}
              />
            )}
          </Paper>
        </div>
        {panes.has('changes') && <ChangesPane list={changes.list} error={changes.error} />}
        <Problems
          findings={check.findings}
          known={check.known}
          current={check.current}
          error={check.error}
          onChoose={choose}
        />
      </div>
      <Dialogs
        dialog={dialog}
        graph={graph}
        selection={selection}
        onClose={() => setDialog(undefined)}
        onFound={showChosen}
        onConnect={hands.connect}
      />
    </Page>
  )
}

/** What could not be kept is typed again: Undo brings back what was. */
function resumed(store: EditorStore, unsaved: Unsaved | undefined): EditorStore {
  if (unsaved) store.getState().replace(unsaved.text)
  return store
}
