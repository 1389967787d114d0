import { Code } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { askText } from '../../api'
import { Failure } from '../../app/Failure'
import { Waiting } from '../../app/Shell'
import type { TabProps } from '../campaign/tabs'

/** The open version of a campaign. */
export default function LiveCanvas({ campaign }: TabProps) {
  const file = useQuery({
    queryKey: ['campaign', campaign, 'yaml'],
    queryFn: ({ signal }) =>
      askText(`/v1/campaigns/${campaign}`, { headers: { Accept: 'application/yaml' }, signal }),
  })
  if (file.isPending) return <Waiting />
  if (file.isError) return <Failure error={file.error} retry={() => void file.refetch()} />
  return <Code block>{file.data}</Code>
}
