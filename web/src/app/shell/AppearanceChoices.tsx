import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '../../ui/form/SegmentedControl.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { chooseLanguage } from '../locale.ts'
import { chooseTheme, useThemeChoice } from '../theme.ts'

/** Light, dark or system, and the language; both at once and for this browser. */
export function AppearanceChoices() {
  const { t } = useTranslation('app')
  return (
    <div className="grid gap-2">
      <SegmentedControl
        label={t('theme.label')}
        isWide
        options={[
          { value: 'light', label: t('theme.light') },
          { value: 'dark', label: t('theme.dark') },
          { value: 'system', label: t('theme.system') },
        ]}
        value={useThemeChoice()}
        onChange={chooseTheme}
      />
      <LanguageChoice isWide />
    </div>
  )
}

/** FR or EN; alone on the public pages. */
export function LanguageChoice({ isWide = false }: { readonly isWide?: boolean }) {
  const { t } = useTranslation('app')
  return (
    <SegmentedControl
      label={t('language.label')}
      isWide={isWide}
      options={[
        { value: 'fr', label: isWide ? t('language.fr') : 'FR' },
        { value: 'en', label: isWide ? t('language.en') : 'EN' },
      ]}
      value={useLanguage()}
      onChange={(language) => void chooseLanguage(language)}
    />
  )
}
