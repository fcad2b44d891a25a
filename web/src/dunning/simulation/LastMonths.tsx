import { addDays, asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { SectionTitle } from '../../ui/Card.tsx'
import { formatDay } from '../../ui/format-day.ts'
import { SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useContactWords } from '../use-contact-words.ts'
import { ContactBars } from './ContactBars.tsx'
import { ContactCounts } from './ContactCounts.tsx'
import { DraftDifference } from './DraftDifference.tsx'
import { HeldBack } from './HeldBack.tsx'
import type { PeriodProps } from './NextDays.tsx'
import { replayQuery } from './simulation-api.ts'
import { ToldDrawer } from './ToldDrawer.tsx'
import { sumOf, totalOf, type Week, weeksBetween } from './weeks.ts'

/** What the scenario would have sent over twelve months, week by week, beside what was really sent. */
export function LastMonths({ id, draft, steps }: PeriodProps) {
  const { t } = useTranslation('scenarios')
  const language = useLanguage()
  const words = useWeekWords()
  const [opened, setOpened] = useState<Week | null>(null)
  const { data, error, refetch } = useQuery(replayQuery(id, draft))
  const told = useQuery({
    ...replayQuery(id, draft, { on: opened?.from ?? '', until: opened?.until ?? '' }),
    enabled: opened !== null,
  })
  if (error && !data) return <ReadError what={t('replay.what')} error={error} onRetry={refetch} />
  if (!data) return <SkeletonLines lines={8} />
  const weeks = weeksBetween(asDate(data.from), asDate(data.until), data.days)
  const [counts, real] = [sumOf(data.days), sumOf(data.days.map((day) => day.real))]
  return (
    <>
      <div className="grid gap-2.5 px-4 pb-3">
        <ContactCounts of={counts} />
        <ContactBars
          label={t('replay.chart', { count: totalOf(counts) })}
          onOpen={(from) => setOpened(weeks.find((week) => week.from === from) ?? null)}
          bars={weeks.map((week, index) => ({
            ...week,
            id: week.from,
            words: words.bar(week),
            tick: index % 9 === 0 && index < weeks.length - 4 ? formatDay(week.from, 'short', language) : undefined,
          }))}
        />
        <p className="flex items-baseline gap-1.5 text-small text-ink2">
          <span aria-hidden="true" className="inline-block h-[2px] w-2.5 translate-y-[-3px] bg-ink" />
          {totalOf(real) === 0 ? t('replay.noReal') : t('replay.real', { what: words.counts(real) })}
        </p>
        {draft !== null && data.inForce && (
          <DraftDifference
            before={data.inForce}
            after={counts}
            clients={data.difference}
            changed={data.changed}
            premise={t('difference.overTheYear')}
          />
        )}
        <p className="text-small text-ink3">{t('replay.honest')}</p>
      </div>
      <BusiestWeeks weeks={weeks} onOpen={setOpened} />
      <HeldBack title={t('replay.held')} held={data.held} />
      <ToldDrawer
        title={opened && words.week(opened)}
        onClose={() => setOpened(null)}
        told={told.data?.told}
        error={told.error}
        onRetry={() => void told.refetch()}
        steps={steps}
        isWeek
      />
    </>
  )
}

function useWeekWords() {
  const { t } = useTranslation('scenarios')
  const language = useLanguage()
  const contactWords = useContactWords()
  const week = ({ from }: Week) =>
    t('replay.week', {
      from: formatDay(from, 'short', language),
      until: formatDay(addDays(from, 6), 'numeric', language),
    })
  return {
    week,
    counts: contactWords,
    bar: (one: Week) =>
      t('replay.bar', { when: week(one), what: contactWords(one) || t('nothing'), real: String(one.real) }),
  }
}

const shown = 4

interface BusiestWeeksProps {
  readonly weeks: readonly Week[]
  readonly onOpen: (week: Week) => void
}

/** What a person would have had to do at most: the heaviest weeks, in the order of the year. */
function BusiestWeeks({ weeks, onOpen }: BusiestWeeksProps) {
  const { t } = useTranslation('scenarios')
  const words = useWeekWords()
  const busiest = weeks
    .filter((week) => totalOf(week) > 0)
    .toSorted((a, b) => totalOf(b) - totalOf(a))
    .slice(0, shown)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return (
    <section aria-label={t('replay.busiest')} className="border-t border-line px-4 py-3">
      <SectionTitle>{t('replay.busiest')}</SectionTitle>
      {busiest.length === 0 && <p className="pt-2 text-ink2">{t('replay.nothing')}</p>}
      <ul>
        {busiest.map((week) => (
          <li key={week.from} className="border-b border-line py-1 text-table last:border-b-0">
            <TextButton className="!font-regular !text-ink text-left" onPress={() => onOpen(week)}>
              {words.week(week)}
            </TextButton>
            <p className="text-small text-ink3">{words.counts(week)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
