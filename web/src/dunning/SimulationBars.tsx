import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { isWorkingDay } from '@quittance/core/calendar/working-days.ts'
import { useTranslation } from 'react-i18next'
import { cx } from '../ui/class-names.ts'
import { formatDay } from '../ui/format-day.ts'
import { useLanguage } from '../ui/use-language.ts'

export interface SimulatedDay {
  readonly on: string
  readonly emails: number
  readonly calls: number
  readonly letters: number
  readonly decisions: number
}

const layers = [
  { of: 'decisions', color: 'bg-a4' },
  { of: 'letters', color: 'bg-a3' },
  { of: 'calls', color: 'bg-a1' },
  { of: 'emails', color: 'bg-accent' },
] as const

/** Thirty days, one bar each: e-mails, calls, letters, decisions; closed days shaded. The list below says the same in words. */
export function SimulationBars({ days }: { readonly days: readonly SimulatedDay[] }) {
  const { t } = useTranslation('dunning')
  const language = useLanguage()
  const totalOf = (day: SimulatedDay) => day.emails + day.calls + day.letters + day.decisions
  const most = Math.max(4, ...days.map(totalOf))
  return (
    <div role="img" aria-label={t('simulation.chart', { count: days.reduce((sum, day) => sum + totalOf(day), 0) })}>
      <div className="flex h-[104px] border-y border-line">
        {days.map((day) => (
          <div
            key={day.on}
            title={`${formatDay(asDate(day.on), 'weekday', language)} : ${totalOf(day)}`}
            className={cx(
              'flex h-full flex-1 flex-col justify-end gap-[2px] px-[1.5px]',
              !isWorkingDay(asDate(day.on), { alsaceMoselle: false }) && 'bg-neutralbg',
            )}
          >
            {layers.map(
              ({ of, color }) =>
                day[of] > 0 && (
                  <span
                    key={of}
                    style={{ height: `${(day[of] / most) * 88}%` }}
                    className={cx('min-h-[3px] w-full rounded-[2px]', color)}
                  />
                ),
            )}
          </div>
        ))}
      </div>
      <div className="figures relative h-5 text-micro font-regular text-ink3">
        {days.map(
          (day, index) =>
            index % 7 === 0 &&
            index < days.length - 3 && (
              <span key={day.on} className="absolute pt-1" style={{ left: `${(index / days.length) * 100}%` }}>
                {formatDay(asDate(day.on), 'short', language)}
              </span>
            ),
        )}
      </div>
    </div>
  )
}
