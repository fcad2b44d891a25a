import { IconInbox, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import type { ReminderPage } from '../../dunning/api.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Note } from '../../ui/Card.tsx'
import { Glyph } from '../../ui/Glyph.tsx'

/** Why approving sends nothing: no mail server yet, or sending suspended for everybody. */
export function SendingNotice({ page }: { readonly page: ReminderPage | undefined }) {
  const { t } = useTranslation('dunning')
  if (page?.sendingFrozen) {
    return (
      <Note look="warn" icon={<Glyph icon={IconPlayerPause} />}>
        {t('frozenNote')}{' '}
        <TextLink link={{ to: paths.settingsSection, params: { section: 'envoi' } }}>{t('frozenLink')}</TextLink>
      </Note>
    )
  }
  if (!page || page.hasSmtp) return null
  return (
    <Note look="accent" icon={<Glyph icon={IconInbox} />}>
      {t('noSmtp.text')}{' '}
      <TextLink link={{ to: paths.settingsSection, params: { section: 'envoi' } }}>{t('noSmtp.link')}</TextLink>
    </Note>
  )
}
