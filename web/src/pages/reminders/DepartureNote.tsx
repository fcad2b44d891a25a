import { IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { dayQuery, type ReminderPage } from '../../dunning/api.ts'
import { departureOf } from '../../dunning/departure.ts'
import { useDepartureWords } from '../../dunning/use-departure-words.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { useToday } from '../../ui/today.ts'
import { useNow } from '../../ui/use-now.ts'

/** « Départ à 10:00, dans 48 min »: when what is approved now leaves. */
export function DepartureNote() {
  const { data } = useQuery(dayQuery)
  return data && (data.hasSmtp || data.departure !== null) ? (
    <span className="flex items-center gap-1.5 text-table text-ink2">
      <Glyph icon={IconClock} />
      <Words page={data} />
    </span>
  ) : null
}

function Words({ page }: { readonly page: ReminderPage }) {
  const { t } = useTranslation('dunning')
  const { timeZone } = useSession().organization
  const today = useToday()
  const now = useNow(30_000)
  const say = useDepartureWords()
  if (page.sendingFrozen) return t('departure.frozen')
  if (page.departure === null) return t('departure.none')
  const { inMinutes } = departureOf(page.departure, now, { today, timeZone })
  const when = say(page.departure)
  return inMinutes === null || inMinutes > 120
    ? t('departure.title', { when })
    : t('departure.in', { when, count: inMinutes })
}

/** The departure time belongs to the settings. */
export function ChangeTimeLink() {
  const { t } = useTranslation('dunning')
  return useMayWrite('settings') ? (
    <ButtonLink link={{ to: paths.settingsSection, params: { section: 'envoi' } }}>{t('departure.change')}</ButtonLink>
  ) : null
}
