import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../app/Failure'
import { Page } from '../../app/Page'
import { useSession } from '../../app/session'
import { Waiting } from '../../app/Shell'
import { putAsideBefore } from '../../app/unsaved'
import { Editor } from './Editor'
import { blank } from '../campaigns/texts'
import { fileOf, keptDraft, layout } from './service'

/** The draft of a campaign, begun from the open version where there is none. */
export default function EditorPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation('canvas')
  const { session } = useSession()
  const query = useQuery({
    queryKey: ['editor', id],
    queryFn: async ({ signal }) => {
      const [kept, places] = await Promise.all([keptDraft(id, signal), layout(id, signal)])
      const text = kept?.text ?? (await fileOf(id))
      return { kept, places, text: text ?? blank(id) }
    },
    // What is being edited must not be replaced behind the editor's back.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  })
  if (query.isSuccess)
    return <Editor key={id} campaign={id} {...query.data} unsaved={putAsideBefore(session?.user ?? '', id)} />
  return (
    <Page title={t('draft', { name: id })}>
      {query.isError ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Waiting />}
    </Page>
  )
}
