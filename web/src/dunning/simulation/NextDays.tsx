import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { isWorkingDay } from '@quittance/core/calendar/working-days.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { WireSums } from '../../app/WireSums.tsx'
import { Note, SectionTitle } from '../../ui/Card.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { formatDay } from '../../ui/format-day.ts'
import { StatusPill } from '../../ui/Pill.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { rulesQuery } from '../rules/rules-api.ts'
import type { ScenarioStep } from '../scenario-api.ts'
import { useContactWords } from '../use-contact-words.ts'
import { ContactBars } from './ContactBars.tsx'
import { ContactCounts } from './ContactCounts.tsx'
import { DraftDifference } from './DraftDifference.tsx'
import { HeldBack } from './HeldBack.tsx'
import { type Draft, simulationQuery } from './simulation-api.ts'
import { ToldDrawer } from './ToldDrawer.tsx'
import { sumOf, totalOf } from './weeks.ts'

export interface PeriodProps {
  readonly id: number
  readonly draft: Draft
  readonly steps: readonly ScenarioStep[]
}

/** What would leave over thirty days, what changes with the draft, and who is held back. */
export function NextDays({ id, draft, steps }: PeriodProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const language = useLanguage()
  const contactWords = useContactWords()
  const [opened, setOpened] = useState<string | null>(null)
  const saved = useQuery(simulationQuery(id, null))
  const drafted = useQuery({ ...simulationQuery(id, draft), enabled: draft !== null })
  const told = useQuery({
    ...simulationQuery(id, draft, { on: opened ?? '', until: opened ?? '' }),
    enabled: opened !== null,
  })
  const followsProfiles = (useQuery(rulesQuery).data ?? []).some(({ profile }) => profile !== null)
  const { data, error, refetch } = draft === null ? saved : drafted
  if (error && !data) return <ReadError what={t('simulation.what')} error={error} onRetry={refetch} />
  if (!data) return <SkeletonLines lines={8} />
  const { days } = data
  const weekday = (on: string) => formatDay(asDate(on), 'weekday', language)
  return (
    <>
      <div className="grid gap-2.5 px-4 pb-3">
        <ContactCounts of={sumOf(days)} />
        <ContactBars
          label={t('simulation.chart', { count: totalOf(sumOf(days)) })}
          onOpen={setOpened}
          bars={days.map((day, index) => ({
            ...day,
            id: day.on,
            words: own('bar', { when: weekday(day.on), what: contactWords(day) || own('nothing') }),
            isShaded: !isWorkingDay(asDate(day.on)),
            tick: index % 7 === 0 && index < days.length - 3 ? formatDay(asDate(day.on), 'short', language) : undefined,
          }))}
        />
        {draft !== null && saved.data && (
          <DraftDifference
            before={sumOf(saved.data.days)}
            after={sumOf(days)}
            clients={data.difference}
            changed={data.changed}
            premise={own('difference.ifNobodyPaid')}
          />
        )}
        {followsProfiles && <p className="text-small text-ink3">{own('profilesOfToday')}</p>}
      </div>
      <Departures days={days} onOpen={setOpened} />
      <Cases of={data.cases} />
      <HeldBack title={t('simulation.held')} held={data.held} />
      <ToldDrawer
        title={opened && weekday(opened)}
        onClose={() => setOpened(null)}
        told={told.data?.told}
        error={told.error}
        onRetry={() => void told.refetch()}
        steps={steps}
      />
    </>
  )
}

interface CasesProps {
  readonly of: { readonly count: number; readonly failed: readonly string[] }
}

/** The cases that came with the scenario's file, held against the steps on screen. */
function Cases({ of: { count, failed } }: CasesProps) {
  const { t } = useTranslation('scenarios')
  if (count === 0) return null
  return (
    <div className="border-t border-line px-4 py-3">
      {failed.length === 0 ? (
        <StatusPill tone="paid">{t('cases.kept', { count })}</StatusPill>
      ) : (
        <Note look="warn">
          <p className="font-medium">{t('cases.failed', { count: failed.length })}</p>
          {failed.map((sentence) => (
            <p key={sentence} className="pt-1">
              {sentence}
            </p>
          ))}
        </Note>
      )}
    </div>
  )
}

const firstShown = 4

interface DeparturesProps {
  readonly days: readonly {
    readonly on: string
    readonly emails: number
    readonly texts: number
    readonly calls: number
    readonly letters: number
    readonly decisions: number
    readonly total: readonly { amount: number; currency: string }[]
  }[]
  readonly onOpen: (on: string) => void
}

function Departures({ days, onOpen }: DeparturesProps) {
  const { t } = useTranslation('dunning')
  const contactWords = useContactWords()
  const [all, setAll] = useState(false)
  const busy = days.filter((day) => totalOf(day) > 0)
  return (
    <section aria-label={t('simulation.next')} className="border-t border-line px-4 py-3">
      <SectionTitle
        end={
          busy.length > firstShown && (
            <TextButton onPress={() => setAll(!all)}>
              {all ? t('simulation.less') : t('simulation.all', { count: busy.length })}
            </TextButton>
          )
        }
      >
        {t('simulation.next')}
      </SectionTitle>
      {busy.length === 0 && <p className="pt-2 text-ink2">{t('simulation.nothing')}</p>}
      <ul>
        {(all ? busy : busy.slice(0, firstShown)).map((day) => (
          <li key={day.on} className="flex min-h-8 items-center gap-3 border-b border-line text-table last:border-b-0">
            <span className="w-20 shrink-0 text-ink2">
              <DateText date={asDate(day.on)} style="weekday" />
            </span>
            <span className="min-w-0 flex-1">
              <TextButton className="!font-regular !text-ink text-left" onPress={() => onOpen(day.on)}>
                {contactWords(day)}
              </TextButton>
            </span>
            <WireSums of={day.total} look="strong" />
          </li>
        ))}
      </ul>
    </section>
  )
}
