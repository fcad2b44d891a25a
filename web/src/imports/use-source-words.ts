import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { formatDay, formatMoment } from '../ui/format-day.ts'
import { useLanguage } from '../ui/use-language.ts'
import type { Source } from './source-api.ts'

/** How fresh a source is, and how it is fetched, in words. */
export function useSourceWords() {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const { timeZone } = useSession().organization
  const moment = (at: string): string => formatMoment(new Date(at), 'dayAndTime', language, timeZone)
  return {
    freshness: ({ lastGoodOn, ageDays }: Source): string =>
      lastGoodOn === null
        ? t('source.never')
        : t('source.last', { day: formatDay(asDate(lastGoodOn), 'numeric', language), count: ageDays ?? 0 }),
    look: ({ kind, settings, isActive, looksAt, lastLookedAt }: Source): string | null => {
      if ((kind !== 'folder' && kind !== 'sftp') || !settings) return null
      const where = settings.server ? `${settings.server.host}:${settings.folder}` : settings.folder
      if (!isActive) return t('source.stopped', { where })
      if (lastLookedAt === null) return t('source.looksSoon', { where })
      const looked = t('source.looked', { where, at: moment(lastLookedAt) })
      return looksAt === null ? looked : `${looked} · ${t('source.looksAt', { at: moment(looksAt) })}`
    },
    state: ({ isActive, isFresh, trouble, lastGoodOn }: Source) => {
      if (!isActive) return { tone: 'neutral', words: t('source.state.off') } as const
      if (trouble !== null) return { tone: 'danger', words: t('source.state.trouble') } as const
      if (isFresh) return { tone: 'paid', words: t('source.state.fresh') } as const
      return { tone: 'warn', words: t(lastGoodOn === null ? 'source.state.none' : 'source.state.stale') } as const
    },
  }
}
