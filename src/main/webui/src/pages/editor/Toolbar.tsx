import { ActionIcon, Button, FileButton, Group, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCode,
  IconDownload,
  IconFileText,
  IconGitCompare,
  IconKeyboard,
  IconLayoutDistributeVertical,
  IconPlayerPlay,
  IconSearch,
  IconUpload,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export type Pane = 'text' | 'rules' | 'changes' | 'simulation'

interface Props {
  readOnly: boolean
  maySimulate: boolean
  canUndo: boolean
  canRedo: boolean
  panes: ReadonlySet<Pane>
  onToggle: (pane: Pane) => void
  onUndo: () => void
  onRedo: () => void
  onArrange: () => void
  onFind: () => void
  onKeys: () => void
  onImport: (text: string) => void
  onExport: () => void
}

/** What can be done with the whole of a draft. */
export function Toolbar(props: Props) {
  const { t } = useTranslation('canvas')
  const { readOnly } = props
  return (
    <Group gap="xs" role="toolbar" aria-label={t('tools')}>
      <Sign
        icon={IconArrowBackUp}
        label={t('undo')}
        disabled={readOnly || !props.canUndo}
        onClick={props.onUndo}
      />
      <Sign
        icon={IconArrowForwardUp}
        label={t('redo')}
        disabled={readOnly || !props.canRedo}
        onClick={props.onRedo}
      />
      <Sign
        icon={IconLayoutDistributeVertical}
        label={t('arrange')}
        disabled={readOnly}
        onClick={props.onArrange}
      />
      <Sign icon={IconSearch} label={t('find')} onClick={props.onFind} />
      <Toggle {...props} pane="text" icon={IconFileText} />
      <Toggle {...props} pane="rules" icon={IconCode} />
      <Toggle {...props} pane="changes" icon={IconGitCompare} />
      {props.maySimulate && <Toggle {...props} pane="simulation" icon={IconPlayerPlay} />}
      <FileButton
        accept=".yaml,.yml,.json"
        onChange={(file) => void file?.text().then(props.onImport)}
        disabled={readOnly}
      >
        {(button) => <Sign icon={IconUpload} label={t('import')} disabled={readOnly} {...button} />}
      </FileButton>
      <Sign icon={IconDownload} label={t('export')} onClick={props.onExport} />
      <Sign icon={IconKeyboard} label={t('keys.title')} onClick={props.onKeys} />
    </Group>
  )
}

function Sign({
  icon: Shown,
  label,
  ...rest
}: {
  icon: Icon
  label: string
  disabled?: boolean
  onClick: () => void
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} {...rest}>
        <Shown size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function Toggle({ pane, icon: Shown, panes, onToggle }: Props & { pane: Pane; icon: Icon }) {
  const { t } = useTranslation('canvas')
  const on = panes.has(pane)
  return (
    <Button
      size="sm"
      px="xs"
      variant={on ? 'light' : 'default'}
      aria-pressed={on}
      leftSection={<Shown size={16} aria-hidden />}
      onClick={() => onToggle(pane)}
    >
      {t(`pane.${pane}`)}
    </Button>
  )
}
