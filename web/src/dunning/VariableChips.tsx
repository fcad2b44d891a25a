import { variableNames } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../ui/use-language.ts'

/** What a text may name, in plain words; a press puts it where the cursor stands. */
export function VariableChips({ onInsert }: { readonly onInsert: (name: string) => void }) {
  const { t } = useTranslation('dunning')
  const language = useLanguage()
  return (
    <section aria-label={t('template.variables')}>
      <h2 className="pb-1.5 text-table text-ink2">{t('template.variables')}</h2>
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
    </section>
  )
}
