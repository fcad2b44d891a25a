import { IconHandStop, IconInbox, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import type { ReminderPage } from '../../dunning/api.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Note } from '../../ui/Card.tsx'
import { Glyph } from '../../ui/Glyph.tsx'

interface SendingNoticeProps {
  readonly page: ReminderPage | undefined
  /** Messages that wait for a person. */
  readonly pending?: number
}

/** Why approving sends nothing, no mail server yet or sending suspended; and why some wait although sending is automatic. */
export function SendingNotice({ page, pending = 0 }: SendingNoticeProps) {
  const { t } = useTranslation('dunning')
  if (page?.sendingFrozen) {
    return (
      <Note look="warn" icon={<Glyph icon={IconPlayerPause} />}>
        {t('frozenNote')}{' '}
        <TextLink link={{ to: paths.settingsSection, params: { section: 'envoi' } }}>{t('frozenLink')}</TextLink>
      </Note>
    )
  }
  if (page?.hasSmtp && page.automaticSending && pending > 0) {
    return (
      <Note look="accent" icon={<Glyph icon={IconHandStop} />}>
        {t('automaticNote', { count: pending })}
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
