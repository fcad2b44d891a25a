import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { stepDay } from '@quittance/core/dunning/step-day.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { Note } from '../ui/Card.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { dropPlannedVersion, type OneScenario, type ScenarioVersion, versionsQuery } from './scenario-api.ts'

export interface VersionPartProps {
  readonly scenario: OneScenario
  /** The day the version on screen would take effect; null: today. */
  readonly effectiveOn: CalendarDate | null
  /** Absent for who may not write. */
  readonly onChange?: ((day: CalendarDate | null) => void) | undefined
}

/** From when on: the day of the version on screen, the one that waits for its day, and those before. */
export function VersionPart({ scenario, effectiveOn, onChange }: VersionPartProps) {
  const { t } = useTranslation('dunning')
  const act = useAct()
  const today = useToday()
  const language = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const { planned } = scenario
  const drop = () => act({ work: () => dropPlannedVersion(scenario.id), done: () => t('version.dropped') })
  return (
    <section aria-label={t('version.history')} className="grid gap-2 border-t border-line px-4 py-3">
      {planned?.effectiveOn && (
        <Note look="accent">
          {t('version.planned', {
            version: planned.version,
            day: formatDate(asDate(planned.effectiveOn), language),
          })}{' '}
          {onChange && <TextButton onPress={() => void drop()}>{t('version.drop')}</TextButton>}
        </Note>
      )}
      {onChange && (
        <DateInput
          label={t('version.effectiveOn')}
          value={effectiveOn ?? today}
          onChange={onChange}
          toward="future"
          description={t('version.effectiveHow')}
          error={effectiveOn !== null && effectiveOn < today ? t('version.past') : undefined}
        />
      )}
      <div>
        <TextButton onPress={() => setIsOpen(!isOpen)}>{t('version.history')}</TextButton>
      </div>
      {isOpen && <History id={scenario.id} />}
    </section>
  )
}

function History({ id }: { readonly id: number }) {
  const versions = useQuery(versionsQuery(id)).data ?? []
  return (
    <ol className="grid gap-1.5 text-small">
      {versions.map((version) => (
        <li key={version.version}>
          <Version version={version} />
        </li>
      ))}
    </ol>
  )
}

function Version({ version }: { readonly version: ScenarioVersion & { readonly isInForce: boolean } }) {
  const { t } = useTranslation('dunning')
  const language = useLanguage()
  const day = asDate(version.effectiveOn ?? version.writtenAt.slice(0, 10))
  const active = version.steps.filter((step) => step.isActive)
  return (
    <>
      <span className="font-medium">{t('version.one', { version: version.version })}</span>{' '}
      <span className="text-ink2">
        {t('version.from', { day: formatDate(day, language) })}
        {version.by !== null && `, ${t('version.by', { who: version.by })}`}
        {version.isInForce && `, ${t('version.inForce')}`}
        {version.isReplaced && `, ${t('version.replaced')}`}
      </span>
      <span className="figures block text-ink3">
        {active.map(({ delayDays }) => stepDay(delayDays, language)).join(' · ')}
      </span>
    </>
  )
}
