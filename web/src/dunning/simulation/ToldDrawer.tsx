import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { WireSums } from '../../app/WireSums.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { SectionTitle } from '../../ui/Card.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { channelLook } from '../channel-look.ts'
import { holdLook } from '../hold-look.ts'
import type { ScenarioStep } from '../scenario-api.ts'
import { useStepWords } from '../use-step-words.ts'
import type { ToldContact } from './simulation-api.ts'

export interface ToldDrawerProps {
  /** « lun. 23/11 »; null: closed. */
  readonly title: string | null
  readonly onClose: () => void
  /** Undefined while it is asked. */
  readonly told: readonly ToldContact[] | undefined
  readonly error: Error | null
  readonly onRetry: () => void
  readonly steps: readonly ScenarioStep[]
  /** Several days: each line says its own. */
  readonly isWeek?: boolean
}

/** The customers behind a bar: who would get which message, whom something begins to hold back, who really got one. */
export function ToldDrawer({ title, onClose, told, error, onRetry, steps, isWeek = false }: ToldDrawerProps) {
  const { t } = useTranslation('scenarios')
  const placed = told
    ?.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((one, place) => ({ ...one, place }))
  const parts = [
    { id: 'gets', of: placed?.filter(({ channel, isReal }) => channel !== null && !isReal) },
    { id: 'held', of: placed?.filter(({ held }) => held !== null) },
    { id: 'real', of: placed?.filter(({ isReal }) => isReal) },
  ] as const
  return (
    <Drawer isOpen={title !== null} onClose={onClose} title={title ?? ''}>
      {error && !told ? (
        <ReadError what={t('told.what')} error={error} onRetry={onRetry} />
      ) : !told ? (
        <SkeletonLines lines={6} />
      ) : told.length === 0 ? (
        <p className="text-ink2">{t('told.nobody')}</p>
      ) : (
        parts.map(
          ({ id, of = [] }) =>
            of.length > 0 && (
              <section key={id} aria-label={t(`told.${isWeek ? 'then' : 'now'}.${id}`)} className="pb-4">
                <SectionTitle end={of.length}>{t(`told.${isWeek ? 'then' : 'now'}.${id}`)}</SectionTitle>
                <ul>
                  {of.map((one) => (
                    <ToldLine key={one.place} told={one} steps={steps} isWeek={isWeek} />
                  ))}
                </ul>
                {of.length >= 200 && <p className="pt-2 text-small text-ink3">{t('told.first', { count: 200 })}</p>}
              </section>
            ),
        )
      )}
    </Drawer>
  )
}

interface ToldLineProps {
  readonly told: ToldContact
  readonly steps: readonly ScenarioStep[]
  readonly isWeek: boolean
}

function ToldLine({ told, steps, isWeek }: ToldLineProps) {
  const { customer, on, channel, held, total } = told
  const words = useMessageWords(steps)
  return (
    <li className="flex min-h-11 items-center gap-3 border-b border-line py-1 text-table last:border-b-0">
      {channel && <Glyph icon={channelLook[channel].icon} className="text-ink2" />}
      <div className="min-w-0 flex-1">
        <TextLink link={{ to: paths.customer, params: { id: String(customer.id) } }}>{customer.name}</TextLink>
        <p className="truncate text-small text-ink3">
          {isWeek && (
            <>
              <DateText date={asDate(on)} style="weekday" />
              {' · '}
            </>
          )}
          {words(told)}
        </p>
      </div>
      {held && (
        <StatusPill tone={holdLook(held.because).tone} icon={holdLook(held.because).icon}>
          {held.label}
        </StatusPill>
      )}
      {total.length > 0 && !held && <WireSums of={total} />}
    </li>
  )
}

/** « Troisième e-mail, ferme »; of what happened by hand, the way it went. */
function useMessageWords(steps: readonly ScenarioStep[]) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const words = useStepWords()
  return ({ step, channel }: ToldContact): string => {
    const found = steps.find(({ key }) => key === step?.split('~')[0])
    if (found) return `${words.day(found.delayDays)} ${words.title(found, steps)}, ${words.detail(found)}`
    return channel ? t(`channel.${channel}`) : own('told.noStep')
  }
}
