import { variableNames } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../ui/use-language.ts'
import { useIsMobile } from '../ui/use-media-query.ts'

/** What a text may name, in plain words; a press puts it where the cursor stands. */
export function VariableChips({ onInsert }: { readonly onInsert: (name: string) => void }) {
  const { t } = useTranslation('dunning')
  const language = useLanguage()
  const isMobile = useIsMobile()
  return (
    // Folded on a phone: there it would push the preview two screens down.
    <details aria-label={t('template.variables')} open={!isMobile}>
      <summary className="cursor-pointer pb-1.5 text-table text-ink2 touch:py-3">{t('template.variables')}</summary>
      <div className="flex flex-wrap gap-1.5">
        {variableNames.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            onClick={() => onInsert(name)}
            className="motion-quick inline-flex min-h-6 items-center rounded-pill bg-accentbg px-2 text-small font-medium text-accent hover:bg-accentln touch:min-h-11"
          >
            {label[language]}
          </button>
        ))}
      </div>
    </details>
  )
}
