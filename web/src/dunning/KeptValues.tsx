import { variableNames } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../ui/Glyph.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { ReminderMessage } from './api.ts'

/** What the program writes itself at departure: each variable of the text with what it says today. */
export function KeptValues({ kept }: { readonly kept: ReminderMessage['kept'] }) {
  const { t } = useTranslation('dunning')
  const language = useLanguage()
  if (kept.length === 0) return null
  return (
    <section aria-label={t('edit.kept')} className="grid gap-1.5 text-small">
      <h3 className="flex items-center gap-1.5 text-ink2">
        <Glyph icon={IconLock} />
        {t('edit.kept')}
      </h3>
      <dl className="grid gap-x-3 gap-y-1 md:grid-cols-[auto_1fr]">
        {kept.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink3">
              <code className="rounded-pill bg-accentbg px-1.5 py-0.5 text-accent">{`{{ ${name} }}`}</code>
              <span className="sr-only"> {variableNames.find((one) => one.name === name)?.label[language]}</span>
            </dt>
            <dd className="text-ink2">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
