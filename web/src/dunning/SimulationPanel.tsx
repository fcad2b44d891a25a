import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api.ts'
import { WireSums } from '../app/WireSums.tsx'
import { Note, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { holdLook } from './hold-look.ts'
import { type SimulatedDay, SimulationBars } from './SimulationBars.tsx'
import { type ScenarioRules, type ScenarioStep, simulationQuery } from './scenario-api.ts'
import { countsOf, differenceBetween } from './scenario-draft.ts'
import { useContactWords } from './use-contact-words.ts'

export interface SimulationPanelProps {
  readonly id: number
  /** The steps on screen when they differ from what is saved; null otherwise. */
  readonly draft: { readonly steps: readonly ScenarioStep[]; readonly rules: ScenarioRules } | null
}

/** What would leave over thirty days, what changes with the draft, and who is held back. */
export function SimulationPanel({ id, draft }: SimulationPanelProps) {
  const { t } = useTranslation('dunning')
  const saved = useQuery(simulationQuery(id, null))
  const drafted = useQuery({ ...simulationQuery(id, draft?.steps ?? null, draft?.rules), enabled: draft !== null })
  const shown = draft === null ? saved : drafted
  const { data } = shown
  if (shown.error && !data) {
    const reference = shown.error instanceof ApiError ? shown.error.reference : undefined
    return <ErrorState what={t('simulation.what')} onRetry={() => void shown.refetch()} reference={reference} />
  }
  if (!data) return <SkeletonLines lines={8} />
  const [first, last] = [data.days[0], data.days.at(-1)]
  const counts = countsOf(data.days)
  return (
    <>
      <div className="grid gap-2.5 px-4 py-3">
        <SectionTitle
          note={
            first &&
            last && (
              <>
                <DateText date={asDate(first.on)} style="short" /> → <DateText date={asDate(last.on)} style="short" />
              </>
            )
          }
          end={<StatusPill tone="accent">{t('simulation.pill')}</StatusPill>}
        >
          {t('simulation.title')}
        </SectionTitle>
        <div className="grid grid-cols-3">
          <Count color="bg-accent" value={counts.emails} word={t('simulation.emails', { count: counts.emails })} />
          <Count color="bg-a1" value={counts.calls} word={t('simulation.calls', { count: counts.calls })} />
          <Count color="bg-a3" value={counts.letters} word={t('simulation.letters', { count: counts.letters })} />
        </div>
        <SimulationBars days={data.days} />
        {draft !== null && saved.data && (
          <Changed before={saved.data.days} after={data.days} clients={data.difference} />
        )}
      </div>
      <Departures days={data.days} />
      <HeldBack held={data.held} />
    </>
  )
}

function Count({ color, value, word }: { readonly color: string; readonly value: number; readonly word: string }) {
  return (
    <div>
      <div className="figures text-figure-m">{value}</div>
      <div className="flex items-center gap-1.5 text-small text-ink2">
        <span aria-hidden="true" className={`size-2 rounded-[2px] ${color}`} />
        {word}
      </div>
    </div>
  )
}

type Days = readonly (SimulatedDay & { readonly total: readonly { amount: number; currency: string }[] })[]

interface ChangedProps {
  readonly before: Days
  readonly after: Days
  /** In customers, by their first contact. */
  readonly clients: Record<'sooner' | 'later' | 'added' | 'dropped', number> | null
}

function Changed({ before, after, clients }: ChangedProps) {
  const { t } = useTranslation('dunning')
  const difference = differenceBetween(before, after)
  const parts = (['emails', 'calls', 'letters'] as const)
    .filter((kind) => difference[kind] !== 0)
    .map((kind) =>
      t(difference[kind] > 0 ? 'simulation.more' : 'simulation.fewer', {
        what: t(`simulation.${kind}Count`, { count: Math.abs(difference[kind]) }),
      }),
    )
  const moved = (['sooner', 'later', 'added', 'dropped'] as const)
    .filter((how) => (clients?.[how] ?? 0) > 0)
    .map((how) => t(`change.${how}`, { count: clients?.[how] ?? 0 }))
  return (
    <Note look="accent" icon={<Glyph icon={IconArrowsDiff} className="text-accent" />}>
      {parts.length === 0 ? t('simulation.same') : t('simulation.changed', { what: parts.join(', ') })}
      {moved.length > 0 && <p className="pt-1">{moved.join(', ')}</p>}
    </Note>
  )
}

const firstShown = 4

function Departures({ days }: { readonly days: Days }) {
  const { t } = useTranslation('dunning')
  const contactWords = useContactWords()
  const [all, setAll] = useState(false)
  const busy = days.filter((day) => day.emails + day.calls + day.letters + day.decisions > 0)
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
            <span className="min-w-0 flex-1">{contactWords(day)}</span>
            <WireSums of={day.total} look="strong" />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface HeldBackProps {
  readonly held: readonly { readonly because: string; readonly label: string; readonly customers: number }[]
}

function HeldBack({ held }: HeldBackProps) {
  const { t } = useTranslation('dunning')
  if (held.length === 0) return null
  return (
    <section aria-label={t('simulation.held')} className="border-t border-line px-4 py-3">
      <SectionTitle end={held.reduce((sum, { customers }) => sum + customers, 0)}>{t('simulation.held')}</SectionTitle>
      <ul className="grid gap-1 pt-2">
        {held.map(({ because, label, customers }) => {
          const { icon, tone } = holdLook(because)
          return (
            <li key={because} className="flex items-center justify-between gap-2">
              <StatusPill tone={tone} icon={icon}>
                {label}
              </StatusPill>
              <span className="figures">{customers}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
