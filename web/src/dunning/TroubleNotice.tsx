import { IconHelpCircle, IconMailX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { TextLink } from '../ui/ButtonLink.tsx'
import { Note } from '../ui/Card.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import type { ReminderMessage } from './api.ts'

export interface TroubleNoticeProps {
  readonly message: ReminderMessage
  readonly onSettle: (left: boolean) => void
}

/** What went wrong with a message: the server's words, or the question only a person can answer. */
export function TroubleNotice({ message, onSettle }: TroubleNoticeProps) {
  const { t } = useTranslation('dunning')
  const mayWrite = useMayWrite('business')
  const disabledReason = mayWrite ? undefined : t('readonly')
  if (message.state === 'uncertain') {
    return (
      <div className="border-b border-line px-[18px] py-3">
        <Note look="warn" icon={<Glyph icon={IconHelpCircle} className="text-warn" />}>
          <h3 className="font-semibold">{t('problems.question')}</h3>
          <p>{t(message.channel === 'sms' ? 'problems.smsQuestionNote' : 'problems.questionNote')}</p>
          <div className="flex flex-wrap gap-2 pt-2">
            <Button size="small" onPress={() => onSettle(true)} disabledReason={disabledReason}>
              {t('act.leave')}
            </Button>
            <Button size="small" onPress={() => onSettle(false)} disabledReason={disabledReason}>
              {t('act.notLeft')}
            </Button>
          </div>
        </Note>
      </div>
    )
  }
  if (message.state !== 'failed') return null
  return (
    <div className="border-b border-line px-[18px] py-3">
      <Note look="danger" icon={<Glyph icon={IconMailX} className="text-danger" />}>
        <p>{message.why}</p>
        <p>
          {t('problems.next')}{' '}
          <TextLink link={{ to: paths.tasks, search: { qui: 'equipe' } }}>{t('problems.toTasks')}</TextLink>
        </p>
      </Note>
    </div>
  )
}
