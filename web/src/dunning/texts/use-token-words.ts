import { mayBeEmpty, onlyConditions, variableNames } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Chip } from '../../ui/form/ChipText.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** A variable as it is put into a text: inside a condition where some customers have no value for it; a yes or no is a condition alone. */
export function tokensOf(name: string): string {
  if (onlyConditions.has(name)) return `{% if ${name} %}{% endif %}`
  return mayBeEmpty.has(name) ? `{% if ${name} %}{{ ${name} }}{% endif %}` : `{{ ${name} }}`
}

/** What joins two conditions, as the reader says it. */
const joiners: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: { and: 'et', or: 'ou' },
  en: {},
}

/** Says what stands between braces in words: « Total à payer », « si Date demandée », « sinon », « fin ». */
export function useTokenWords(): (token: string) => Chip {
  const { t } = useTranslation('scenarios')
  const language = useLanguage()
  return useCallback(
    (token: string): Chip => {
      const labelOf = (name: string) => variableNames.find((one) => one.name === name)?.label[language] ?? name
      const inner = token.slice(2, -2).replace(/^-|-$/g, '').trim()
      if (token.startsWith('{{')) return { label: labelOf(inner.split('|')[0]?.trim() ?? inner), title: token }
      const [tag = '', ...rest] = inner.split(/\s+/)
      const what = rest.map((one) => joiners[language][one] ?? one.replace(/[a-zA-Z]+\.[a-zA-Z]+/g, labelOf)).join(' ')
      const known = ['if', 'unless', 'elsif', 'else', 'endif', 'endunless'] as const
      const word = known.find((one) => one === tag)
      return { label: word ? t(`token.${word}`, { what }) : inner, title: token, isCondition: true }
    },
    [t, language],
  )
}
