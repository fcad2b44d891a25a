import { useTranslation } from 'react-i18next'
import type { JournalLine } from './api.ts'
import { changesIn, journalAct, journalThing, nameIn, programIn } from './journal-words.ts'

/** Says lines of the journal in words: who, what, on what, from what to what. */
export function useJournalWords() {
  const { t, i18n } = useTranslation('settings')
  const labelOf = (field: string): string => {
    const key = [`rules.${field}`, `firm.${field}`, `field.${field}`].find((one) => i18n.exists(`settings:${one}`))
    return key === undefined ? field : i18n.t(`settings:${key}` as never)
  }
  const shown = (text: string): string => {
    if (text === 'true' || text === 'false') return t(text === 'true' ? 'journal.yes' : 'journal.no')
    const key = [`forewarning.moment.${text}`, `forewarning.people.${text}`].find((one) =>
      i18n.exists(`settings:${one}`),
    )
    return key === undefined ? text : i18n.t(`settings:${key}` as never)
  }
  return {
    who: ({ person, origin, details }: JournalLine): string =>
      person ??
      programIn(details) ??
      t(origin === 'commandLine' || origin === 'api' ? `journal.${origin}` : 'journal.byItself'),
    act: ({ act, thing }: JournalLine): string => {
      const [known, on] = [journalAct(act), journalThing(thing)]
      const words = known === undefined ? act : t(`journal.acts.${known}`)
      return known?.includes('_') || on === undefined
        ? words
        : t('journal.on', { act: words, thing: t(`journal.things.${on}`) })
    },
    detail: ({ details }: JournalLine): string =>
      [
        nameIn(details),
        ...changesIn(details).map(({ field, from, to }) =>
          t('journal.change', { field: labelOf(field), from: shown(from), to: shown(to) }),
        ),
      ]
        .filter((text) => text !== undefined)
        .join(' · '),
  }
}
