import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { IconDownload, IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../../ui/button-look.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { writeSize } from '../../ui/write-size.ts'
import { type Answer, fileAddress, sourceAddress } from './api.ts'

/** What came with the message, to be kept; a browser never opens it within our pages. */
export function AnswerFiles({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('answers')
  const language = useLanguage()
  const { sourceRemovedOn } = answer
  if (sourceRemovedOn !== null) {
    const date = formatDate(asDate(sourceRemovedOn), language)
    return <p className="border-t border-line pt-3 text-small text-ink3">{t('files.removed', { date })}</p>
  }
  return (
    <section aria-label={t('files.title')} className="grid gap-2 border-t border-line pt-3">
      {answer.isPartial && <p className="text-small text-warn">{t('files.partial')}</p>}
      <ul className="flex flex-wrap gap-2">
        {answer.fileList.map(({ position, name, size }) => (
          <li key={position}>
            <a href={fileAddress(answer.id, position)} download className={buttonClass({ size: 'small' }, 'max-w-72')}>
              <Glyph icon={IconPaperclip} className="text-ink3" />
              <span className="truncate">{name === '' ? t('files.unnamed', { number: position + 1 }) : name}</span>
              <span className="figures text-small text-ink3">{writeSize(size, language)}</span>
            </a>
          </li>
        ))}
        <li>
          <a href={sourceAddress(answer.id)} download className={buttonClass({ size: 'small', variant: 'quiet' })}>
            <Glyph icon={IconDownload} className="text-ink3" />
            {t('files.source')}
          </a>
        </li>
      </ul>
    </section>
  )
}
