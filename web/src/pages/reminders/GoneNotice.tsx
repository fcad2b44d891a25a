import { IconInfoCircle } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Note } from '../../ui/Card.tsx'
import { Glyph } from '../../ui/Glyph.tsx'

const route = getRouteApi('/shell/relances')

/** The address names a message that waits no more (a link of a mail, a departure while one was reading): said, not passed over. */
export function GoneNotice() {
  const { t } = useTranslation('dunning')
  const { relance } = route.useSearch()
  if (relance === undefined) return null
  return (
    <div role="status">
      <Note icon={<Glyph icon={IconInfoCircle} />}>
        {t('gone.text')}{' '}
        <TextLink link={{ to: paths.reminders, search: { vue: 'envoyees', relance } }}>{t('gone.link')}</TextLink>
      </Note>
    </div>
  )
}
