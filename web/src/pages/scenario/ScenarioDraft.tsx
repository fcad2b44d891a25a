import { IconDeviceFloppy, IconShieldCheck } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LeaveDialog } from '../../app/LeaveDialog.tsx'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { CommonRules } from '../../dunning/CommonRules.tsx'
import { ScenarioRulesEditor } from '../../dunning/ScenarioRulesEditor.tsx'
import { StepEditor } from '../../dunning/StepEditor.tsx'
import { StepFacts } from '../../dunning/StepFacts.tsx'
import { StepList } from '../../dunning/StepList.tsx'
import { type OneScenario, type ScenarioStep, saveScenario } from '../../dunning/scenario-api.ts'
import { SimulationPanel } from '../../dunning/simulation/SimulationPanel.tsx'
import { StepMessage } from '../../dunning/texts/StepMessage.tsx'
import { useScenarioName } from '../../dunning/use-scenario-name.ts'
import { VersionPart } from '../../dunning/VersionPart.tsx'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/button-look.ts'
import { Card, CardFooter, Note, SectionTitle } from '../../ui/Card.tsx'
import { cx } from '../../ui/class-names.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { useToday } from '../../ui/today.ts'
import { useIsMobile, useMediaQuery } from '../../ui/use-media-query.ts'
import { useSettled } from '../../ui/use-settled.ts'
import { DefaultMenu } from './DefaultMenu.tsx'
import { useScenarioDraft } from './use-scenario-draft.ts'

const route = getRouteApi('/shell/relances/scenarios/$id')

const isWritten = (channel: ScenarioStep['channel']): boolean =>
  channel === 'email' || channel === 'sms' || channel === 'letter' || channel === 'registeredLetter'

/** Three columns; beside an open drawer the steps make room for the one being written. */
const columns = cx(
  'grid min-h-0 flex-1 grid-cols-1 gap-3.5 lg:grid-cols-[318px_1fr] xl:grid-cols-[318px_1fr_384px]',
  'xl:max-[112rem]:[html:has([data-drawer])_&]:grid-cols-[1fr_384px]',
  'xl:max-[112rem]:[html:has([data-drawer])_&]:[&>*:first-child]:hidden',
)

/** Steps left, the chosen one in the middle, what it would do on the right; saved as a new version. */
export function ScenarioDraft({ scenario }: { readonly scenario: OneScenario }) {
  const { t } = useTranslation('dunning')
  const { organization } = useSession()
  const act = useAct()
  const navigate = route.useNavigate()
  const { periode } = route.useSearch()
  const isMobile = useIsMobile()
  const isWide = useMediaQuery('(width >= 80rem)') // three columns, each with its own scroll
  const mayWrite = useMayWrite('business')
  const name = useScenarioName()(scenario)
  const draft = useScenarioDraft(scenario)
  const { steps, problems, current, changes, rules, effectiveOn } = draft
  const today = useToday()
  const isLate = effectiveOn !== null && effectiveOn < today
  const isSound = problems.length === 0
  const settled = useSettled(changes > 0 && isSound ? { steps, rules } : null)
  const [whole] = problems.filter(({ step, field }) => step === null && field === null)
  const save = () =>
    act({
      work: () =>
        saveScenario(scenario.id, { name: scenario.name, steps, rules, effectiveOn: effectiveOn ?? undefined }),
      done: ({ version }) => t('scenario.saved', { version }),
      undo: () => saveScenario(scenario.id, { name: scenario.name, steps: scenario.steps, rules: scenario.rules }),
    })

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
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: t('scenario.reminders'), link: { to: paths.reminders, search: { vue: 'pretes' } } },
              { label: t('view.scenarios'), link: { to: paths.scenarios } },
              { label: name },
            ]}
          />
        }
        title={t('scenario.title', { name })}
        badges={
          <>
            {scenario.defaultFor.map((category) => (
              <StatusPill key={category} tone="paid">
                {t('scenario.defaultFor', { who: t(`category.${category}`) })}
              </StatusPill>
            ))}
            <StatusPill tone="neutral">{t('note.customers', { count: scenario.customers })}</StatusPill>
            {changes > 0 && <StatusPill tone="warn">{t('scenario.unsaved', { count: changes })}</StatusPill>}
          </>
        }
        actions={
          <>
            {changes > 0 && <Button onPress={draft.reset}>{t('scenario.reset')}</Button>}
            <a className={buttonClass({})} href={`/api/v1/scenarios/${scenario.id}/file.yaml`} download>
              {t('file.export')}
            </a>
            <DefaultMenu scenario={scenario} />
          </>
        }
        {...((changes > 0 || !isMobile) && { primary })}
      />
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
            <CommonRules />
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
      <LeaveDialog isDirty={changes > 0} note={t('leave.note')} />
    </Page>
  )
}
