import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../app/Failure'

interface Props {
  title: string
  label: string
  action: string
  /** Whether something must be said. */
  required?: boolean
  error: unknown
  pending: boolean
  onClose: () => void
  onSay: (comment: string) => void
}

/** Asks what is to be said with a submission or a rejection. */
export function Saying({ title, label, action, required, error, pending, onClose, onSay }: Props) {
  const { t } = useTranslation()
  const [comment, setComment] = useState('')
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSay(comment)
        }}
      >
        <Stack>
          <Textarea
            data-autofocus
            label={label}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={3}
            required={required}
          />
          {error != null && <Failure error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={required && !comment.trim()}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
