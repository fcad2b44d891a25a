import { IconInfoCircle, IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { CardFooter } from '../ui/Card.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { writeSize } from '../ui/write-size.ts'
import type { ReminderMessage } from './api.ts'

export interface MessageFootProps {
  readonly message: ReminderMessage
  readonly isPlain: boolean
  readonly onPlain: (isPlain: boolean) => void
  readonly onWhy: () => void
}

/** Under the message: what is attached, to open; the other part; the step and why this tone. */
export function MessageFoot({ message, isPlain, onPlain, onWhy }: MessageFootProps) {
  const { t } = useTranslation('dunning')
  const { stepLabel: step, stepInvoice: invoice } = message
  const isEmail = message.channel === 'email'
  return (
    <CardFooter className="flex-wrap justify-between gap-y-1">
      {isEmail && <Attachments message={message} />}
      <span className="flex flex-wrap items-center gap-x-4 *:whitespace-nowrap">
        {isEmail && (
          <TextButton onPress={() => onPlain(!isPlain)}>
            {t(isPlain ? 'message.formatted' : 'message.plain')}
          </TextButton>
        )}
        <span className="flex items-center gap-1.5">
          <Glyph icon={IconInfoCircle} />
          {step && invoice ? t('message.step', { step, invoice }) : t('message.byHand')} ·
          <TextButton onPress={onWhy}>{t('message.whyTone')}</TextButton>
        </span>
      </span>
    </CardFooter>
  )
}

function Attachments({ message }: { readonly message: ReminderMessage }) {
  const { t } = useTranslation('dunning')
  const language = useLanguage()
  const { attachments } = message
  return (
    <span className="flex min-w-0 items-start gap-2">
      <Glyph icon={IconPaperclip} className="mt-0.5 shrink-0" />
      {attachments.length === 0 ? (
        t('message.noAttachment')
      ) : (
        <ul aria-label={t('message.attachments')} className="flex min-w-0 flex-wrap gap-x-3">
          {attachments.map(({ name, invoiceId, size }) => (
            <li key={invoiceId} className="min-w-0">
              {size === null ? (
                <span>{t('message.fileGone', { name })}</span>
              ) : (
                <>
                  <a
                    href={`/api/v1/invoices/${invoiceId}/file`}
                    target="_blank"
                    rel="noreferrer"
                    className={textLinkClass}
                  >
                    {name}
                  </a>{' '}
                  <span className="text-ink3">{writeSize(size, language)}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </span>
  )
}
