import { IconDeviceFloppy, IconShieldCheck } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LeaveDialog } from '../../app/LeaveDialog.tsx'
import { useSession } from '../../app/session.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { CommonRules } from '../../dunning/CommonRules.tsx'
import { NewerNote } from '../../dunning/NewerNote.tsx'
import { ScenarioRulesEditor } from '../../dunning/ScenarioRulesEditor.tsx'
import { StepEditor } from '../../dunning/StepEditor.tsx'
import { StepFacts } from '../../dunning/StepFacts.tsx'
import { StepList } from '../../dunning/StepList.tsx'
import {
  latestVersion,
  type OneScenario,
  type ScenarioStep,
  saveScenario,
  takeBackSaved,
} from '../../dunning/scenario-api.ts'
import { SimulationPanel } from '../../dunning/simulation/SimulationPanel.tsx'
import { StepMessage } from '../../dunning/texts/StepMessage.tsx'
import { VersionPart } from '../../dunning/VersionPart.tsx'
import { Card, CardFooter, Note, SectionTitle } from '../../ui/Card.tsx'
import { cx } from '../../ui/class-names.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { Page } from '../../ui/Page.tsx'
import { useToday } from '../../ui/today.ts'
import { useIsMobile, useMediaQuery } from '../../ui/use-media-query.ts'
import { useSettled } from '../../ui/use-settled.ts'
import { ScenarioHeader } from './ScenarioHeader.tsx'
import { useScenarioDraft } from './use-scenario-draft.ts'

const route = getRouteApi('/shell/relances/scenarios/$id')

const isWritten = (channel: ScenarioStep['channel']): boolean =>
  channel === 'email' ||
  channel === 'sms' ||
  channel === 'letter' ||
  channel === 'registeredLetter' ||
  channel === 'call'

/** Three columns; beside an open drawer the steps make room for the one being written. */
const columns = cx(
  'grid min-h-0 flex-1 grid-cols-1 gap-3.5 lg:grid-cols-[318px_1fr] xl:grid-cols-[318px_1fr_384px]',
  'xl:max-[112rem]:[html:has([data-drawer])_&]:grid-cols-[1fr_384px]',
  'xl:max-[112rem]:[html:has([data-drawer])_&]:[&>*:first-child]:hidden',
)

export interface ScenarioDraftProps {
  /** What the draft was begun on. */
  readonly scenario: OneScenario
  /** The same as it is saved by now, perhaps by somebody else. */
  readonly latest: OneScenario
  /** The latest version whoever writes knows of. */
  readonly seenVersion: number
  readonly onTouch: () => void
  readonly onSeen: () => void
  readonly onFresh: () => void
}

/** Steps left, the chosen one in the middle, what it would do on the right; saved as a new version. */
export function ScenarioDraft(props: ScenarioDraftProps) {
  const { scenario, latest, seenVersion, onTouch, onSeen, onFresh } = props
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const { organization } = useSession()
  const act = useAct()
  const navigate = route.useNavigate()
  const { periode } = route.useSearch()
  const isMobile = useIsMobile()
  const isWide = useMediaQuery('(width >= 80rem)') // three columns, each with its own scroll
  const mayWrite = useMayWrite('scenarios')
  const draft = useScenarioDraft(scenario, onTouch)
  const { steps, problems, current, changes, rules, effectiveOn } = draft
  const today = useToday()
  const isLate = effectiveOn !== null && effectiveOn < today
  const isSound = problems.length === 0
  const settled = useSettled(changes > 0 && isSound ? { steps, rules } : null)
  const [whole] = problems.filter(({ step, field }) => step === null && field === null)
  const save = () =>
    act({
      work: async () => {
        const change = { name: draft.name, steps, rules, effectiveOn: effectiveOn ?? undefined, seenVersion }
        const saved = await saveScenario(scenario.id, change)
        onFresh()
        return saved
      },
      done: (saved) => t('scenario.saved', { version: latestVersion(saved) }),
      undo: () => takeBackSaved(latest, effectiveOn !== null && effectiveOn > today),
    })
  const reset = () => {
    draft.reset()
    onFresh()
  }

  const primary = {
    label: t('scenario.save'),
    icon: IconDeviceFloppy,
    hotkey: 'ctrl+s',
    onPress: () => void save(),
    disabledReason: !mayWrite
      ? t('readonly')
      : (problems[0]?.sentence ?? (isLate ? t('version.past') : changes === 0 ? t('scenario.nothing') : undefined)),
  }

  return (
    <Page height={isWide ? 'fill' : 'flow'}>
      <ScenarioHeader
        scenario={scenario}
        name={draft.name}
        onRename={mayWrite && !isMobile ? draft.rename : undefined}
        changes={changes}
        onReset={reset}
        primary={changes > 0 || !isMobile ? primary : undefined}
      />
      {latestVersion(latest) !== seenVersion && (
        <NewerNote
          says={own('newer.note', { version: latestVersion(latest) })}
          open={own(changes > 0 ? 'newer.open' : 'newer.read', { version: latestVersion(latest) })}
          onOpen={onFresh}
          onKeep={changes > 0 ? onSeen : undefined}
        />
      )}
      <div className={columns}>
        <Card className="flex min-h-0 flex-col overflow-auto">
          <SectionTitle
            className="px-4 py-3"
            note={t('steps.note')}
            end={<span className="text-ink3">{t('steps.end')}</span>}
          >
            {t('steps.title')}
          </SectionTitle>
          <StepList
            steps={steps}
            waiting={new Map(scenario.steps.map(({ key, waiting }) => [key, waiting]))}
            currentKey={current?.key}
            wrong={draft.wrong}
            onOpen={isMobile ? undefined : draft.open}
            onSwitch={isMobile && mayWrite ? (key, isActive) => draft.change(key, { isActive }) : undefined}
            onAdd={isMobile || !mayWrite ? undefined : draft.add}
          />
          {whole && (
            <div className="px-4 pb-3">
              <Note look="danger">{whole.sentence}</Note>
            </div>
          )}
          <div className="mt-auto">
            {mayWrite && (
              <ScenarioRulesEditor key={draft.round} rules={rules} problems={problems} onChange={draft.setRules} />
            )}
            <VersionPart
              scenario={scenario}
              effectiveOn={effectiveOn}
              onChange={mayWrite ? draft.setEffectiveOn : undefined}
            />
            <CommonRules own={rules} />
          </div>
        </Card>
        {!isMobile && current && (
          <Card label={t('steps.one')} className="flex min-h-0 flex-col overflow-auto">
            {mayWrite ? (
              <StepEditor
                key={draft.round}
                step={current}
                steps={steps}
                problem={draft.currentProblem}
                onChange={(change) => draft.change(current.key, change)}
                onRemove={() => draft.remove(current.key)}
              />
            ) : (
              <StepFacts step={current} steps={steps} />
            )}
            {isWritten(current.channel) && (
              <StepMessage
                key={`${current.key} ${draft.round}`}
                step={current}
                onChange={mayWrite ? (texts) => draft.change(current.key, { texts }) : undefined}
              />
            )}
          </Card>
        )}
        <Card label={t('simulation.title')} className="flex min-h-0 flex-col overflow-auto max-xl:lg:col-span-2">
          <SimulationPanel
            id={scenario.id}
            draft={settled}
            steps={steps}
            period={periode ?? '30-jours'}
            onPeriod={(period) =>
              void navigate({ search: period === '12-mois' ? { periode: period } : {}, replace: true })
            }
          />
          {!organization.automaticSending && (
            <CardFooter className="mt-auto !items-start py-2.5">
              <Glyph icon={IconShieldCheck} />
              {t('simulation.approval')}
            </CardFooter>
          )}
        </Card>
      </div>
      <LeaveDialog isDirty={changes > 0} note={t('leave.note')} isSearchSafe />
    </Page>
  )
}
