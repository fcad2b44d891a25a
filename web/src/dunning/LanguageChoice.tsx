import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { addLanguage, removeLanguage } from './text-api.ts'

interface LanguageChoiceProps {
  readonly value: string
  readonly onChange: (language: string) => void
  /** 'fr' and 'en' first, then those that were added. */
  readonly languages?: readonly string[] | undefined
}

/** The language of a message: the customer's, not that of the screen. */
export function LanguageChoice({ value, onChange, languages = ['fr', 'en'] }: LanguageChoiceProps) {
  const { t } = useTranslation('dunning')
  return (
    <SegmentedControl
      label={t('template.language')}
      size="small"
      value={value}
      onChange={onChange}
      options={languages.map((code) => ({ value: code, label: code.toUpperCase() }))}
    />
  )
}

/** Written from left to right; what customers of a French firm speak most comes first. */
const most = ['de', 'es', 'it', 'nl', 'pt'] as const
const others = [
  ...['bg', 'ca', 'cs', 'da', 'el', 'et', 'eu', 'fi', 'ga', 'hr', 'hu', 'is', 'ja', 'ko', 'lt', 'lv', 'mt', 'nb'],
  ...['pl', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'tr', 'uk', 'vi', 'zh'],
]

/** Adds a language, or takes one away; what is not translated leaves in English. */
export function LanguageMenu({
  languages,
  onAdded,
}: {
  readonly languages: readonly string[]
  readonly onAdded: (code: string) => void
}) {
  const { t } = useTranslation('dunning')
  const act = useAct()
  const names = new Intl.DisplayNames([useLanguage()], { type: 'language' })
  const nameOf = (code: string) => names.of(code) ?? code
  const added = languages.filter((code) => code !== 'fr' && code !== 'en')
  return (
    <Menu
      trigger={<IconButton icon={IconLanguage} label={t('template.languages')} variant="secondary" />}
      acts={[
        ...added.map((code) => ({
          id: `remove ${code}`,
          label: t('template.removeLanguage', { language: nameOf(code) }),
          run: () =>
            void act({
              work: () => removeLanguage(code),
              done: () => t('template.languageRemoved'),
              undo: (giveBack) => giveBack(),
            }),
        })),
        ...[...most, ...others.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))]
          .filter((code) => !added.includes(code))
          .map((code, index) => ({
            id: `add ${code}`,
            label: t('template.addLanguage', { language: nameOf(code) }),
            startsGroup: index === 0 && added.length > 0,
            run: () =>
              void act({
                work: () => addLanguage(code, 'en'),
                done: () => t('template.languageAdded'),
                undo: () => removeLanguage(code),
              }).then((isDone) => isDone && onAdded(code)),
          })),
      ]}
    />
  )
}
