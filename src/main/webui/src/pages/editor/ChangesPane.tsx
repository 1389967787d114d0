import { useTranslation } from 'react-i18next'
import type { Change } from '../../api-types/campaigns'
import { Failure } from '../../app/Failure'
import { Changes } from '../../panels/publish'
import css from './editor.module.css'

/** How the draft differs from the open version, in words. */
export function ChangesPane({ list, error }: { list: Change[]; error: Error | null }) {
  const { t } = useTranslation('canvas')
  return (
    <section className={css.problems} aria-label={t('changes.title')}>
      {error && <Failure error={error} />}
      {list.length > 0 ? <Changes changes={list} /> : !error && t('changes.none')}
    </section>
  )
}
