import { type CustomerCategory, customerCategories } from '@quittance/core/customers/category.ts'
import { IconDeviceFloppy, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeaveDialog } from '../../app/LeaveDialog.tsx'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { NewerNote } from '../../dunning/NewerNote.tsx'
import { RuleCard } from '../../dunning/rules/RuleCard.tsx'
import {
  asDraft,
  type DraftRule,
  moved,
  problemOf,
  withNewRule,
  withoutPlaces,
} from '../../dunning/rules/rule-draft.ts'
import { numbersOf, type SavedRule, type ScenarioRule, saveRules, trialQuery } from '../../dunning/rules/rules-api.ts'
import { WhichScenario } from '../../dunning/rules/WhichScenario.tsx'
import type { Scenario } from '../../dunning/scenario-api.ts'
import { useScenarioName } from '../../dunning/use-scenario-name.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { useIsMobile } from '../../ui/use-media-query.ts'
import { useSettled } from '../../ui/use-settled.ts'

export interface RulesDraftProps {
  /** What the draft was begun on. */
  readonly saved: readonly SavedRule[]
  /** The numbers of the rules whoever writes knows of. */
  readonly seen: readonly number[]
  /** Others were saved since. */
  readonly isNewer: boolean
  readonly scenarios: readonly Scenario[]
  readonly onTouch: () => void
  readonly onSeen: () => void
  readonly onFresh: () => void
}

/** The rules while they are written: what they would take is counted at once, nothing changes before it is saved. */
export function RulesDraft({ saved, seen, isNewer, scenarios, onTouch, onSeen, onFresh }: RulesDraftProps) {
  const { t } = useTranslation('scenarios')
  const { t: dunning } = useTranslation('dunning')
  const act = useAct()
  const isMobile = useIsMobile()
  const mayWrite = useMayWrite('scenarios')
  const before = asDraft(saved)
  const [rules, write] = useState<readonly DraftRule[]>(before)
  const setRules = (next: readonly DraftRule[]) => {
    onTouch()
    write(next)
  }
  const written = withoutPlaces(rules)
  const isChanged = JSON.stringify(written) !== JSON.stringify(withoutPlaces(before))
  const problem = rules.map(problemOf).find((one) => one !== null)
  const settled = useSettled(written)
  const { data: takes } = useQuery(trialQuery(settled, null))
  const save = () =>
    void act({
      work: async () => {
        const now = await saveRules(written, seen)
        onFresh()
        return now
      },
      done: () => t('rules.saved'),
      undo: (now) => saveRules(withoutPlaces(before), numbersOf(now)),
    })
  const reset = () => {
    write(before)
    onFresh()
  }
  const change = (place: number, to: Partial<ScenarioRule>) =>
    setRules(rules.map((rule) => (rule.place === place ? { ...rule, ...to } : rule)))
  const primary = {
    label: dunning('scenario.save'),
    icon: IconDeviceFloppy,
    hotkey: 'ctrl+s',
    onPress: save,
    disabledReason: !mayWrite
      ? dunning('readonly')
      : problem
        ? t(`rules.${problem}`)
        : isChanged
          ? undefined
          : dunning('scenario.nothing'),
  }
  return (
    <Page>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: dunning('scenario.reminders'), link: { to: paths.reminders, search: { vue: 'pretes' } } },
              { label: dunning('view.scenarios'), link: { to: paths.scenarios } },
              { label: t('rules.title') },
            ]}
          />
        }
        title={t('rules.title')}
        note={t('rules.note')}
        actions={isChanged && <Button onPress={reset}>{dunning('scenario.reset')}</Button>}
        {...((isChanged || !isMobile) && { primary })}
      />
      {isNewer && (
        <NewerNote
          says={t('newer.rules')}
          open={t(isChanged ? 'newer.openRules' : 'newer.readRules')}
          onOpen={onFresh}
          onKeep={isChanged ? onSeen : undefined}
        />
      )}
      <div className="grid grid-cols-1 gap-3.5 wide:grid-cols-[minmax(0,1fr)_340px]">
        <Card label={t('rules.title')}>
          <Fixed words={t('rules.chosen')} customers={takes?.chosen} />
          <ol>
            {rules.map((rule, index) => (
              <RuleCard
                key={rule.place}
                rule={rule}
                order={index + 1}
                isLast={index === rules.length - 1}
                customers={takes?.rules[index]}
                scenarios={scenarios}
                isDisabled={!mayWrite}
                onChange={(to) => change(rule.place, to)}
                onMove={(by) => setRules(moved(rules, rule.place, by))}
                onRemove={() => setRules(rules.filter(({ place }) => place !== rule.place))}
              />
            ))}
          </ol>
          {rules.length === 0 && <p className="px-4 py-3 text-ink2">{t('rules.none')}</p>}
          {mayWrite && scenarios[0] && (
            <div className="px-4 py-3">
              <Button
                size="small"
                icon={IconPlus}
                className="border-dashed"
                onPress={() => setRules(withNewRule(rules, scenarios[0]?.id ?? 0))}
              >
                {t('rules.add')}
              </Button>
            </div>
          )}
          <Otherwise scenarios={scenarios} customers={takes?.defaults} />
        </Card>
        <WhichScenario rules={settled} />
      </div>
      <LeaveDialog isDirty={isChanged} note={dunning('leave.note')} />
    </Page>
  )
}

function Fixed({ words, customers }: { readonly words: string; readonly customers: number | undefined }) {
  const { t } = useTranslation('dunning')
  return (
    <div className="flex min-h-11 items-center justify-between gap-3 border-b border-line bg-sunken px-4 text-table text-ink2 first:rounded-t-card last:rounded-b-card last:border-b-0">
      <span className="min-w-0">{words}</span>
      {customers !== undefined && <span className="shrink-0">{t('note.customers', { count: customers })}</span>}
    </div>
  )
}

interface OtherwiseProps {
  readonly scenarios: readonly Scenario[]
  readonly customers: Readonly<Record<CustomerCategory, number>> | undefined
}

/** Who is left: by category, as the organisation says. */
function Otherwise({ scenarios, customers }: OtherwiseProps) {
  const { t } = useTranslation('scenarios')
  const nameOf = useScenarioName()
  return (
    <section aria-label={t('rules.otherwise')} className="border-t border-line">
      <SectionTitle level={3} className="px-4 py-2">
        {t('rules.otherwise')}
      </SectionTitle>
      {customerCategories.map((category) => {
        const followed = scenarios.find(({ defaultFor }) => defaultFor.includes(category))
        return (
          <Fixed
            key={category}
            words={t('rules.default', {
              who: t(`rules.categories.${category}`),
              name: followed ? nameOf(followed) : '—',
            })}
            customers={customers?.[category]}
          />
        )
      })}
    </section>
  )
}
