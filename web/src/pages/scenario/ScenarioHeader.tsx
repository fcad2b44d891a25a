import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import type { OneScenario } from '../../dunning/scenario-api.ts'
import { useScenarioName } from '../../dunning/use-scenario-name.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/button-look.ts'
import { Dialog } from '../../ui/Drawer.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { PageHeader, type PrimaryAct } from '../../ui/Page.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { ScenarioMenu } from './ScenarioMenu.tsx'

export interface ScenarioHeaderProps {
  readonly scenario: OneScenario
  /** As it is on screen, saved or not. */
  readonly name: string
  /** Absent for who may not write. */
  readonly onRename: ((name: string) => void) | undefined
  readonly changes: number
  readonly onReset: () => void
  readonly primary: PrimaryAct | undefined
}

/** What the scenario is called, for whom it holds, and its acts. */
export function ScenarioHeader({ scenario, onRename, changes, onReset, primary, ...shown }: ScenarioHeaderProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const name = useScenarioName()(shown)
  const [isNaming, setNaming] = useState(false)
  return (
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
          {changes > 0 && <Button onPress={onReset}>{t('scenario.reset')}</Button>}
          <a className={buttonClass({})} href={`/api/v1/scenarios/${scenario.id}/file.yaml`} download>
            {t('file.export')}
          </a>
          {onRename && <ScenarioMenu scenario={scenario} onRename={() => setNaming(true)} />}
          <Dialog isOpen={isNaming} onClose={() => setNaming(false)} title={own('name.change')}>
            <NameForm
              name={name}
              label={own('name.keep')}
              onDone={(typed) => {
                onRename?.(typed)
                setNaming(false)
              }}
            />
          </Dialog>
        </>
      }
      {...(primary && { primary })}
    />
  )
}

export interface NameFormProps {
  readonly name: string
  /** Of its button. */
  readonly label: string
  readonly onDone: (name: string) => void
  /** Under the name. */
  readonly children?: ReactNode
}

/** The name of a scenario, to write. */
export function NameForm({ name, label, onDone, children }: NameFormProps) {
  const { t } = useTranslation('scenarios')
  const [typed, setTyped] = useState(name)
  const clean = typed.trim()
  return (
    <div className="grid gap-3">
      <TextInput
        label={t('name.label')}
        value={typed}
        onChange={setTyped}
        autoFocus
        error={clean.length > 200 ? t('name.long') : undefined}
      />
      {children}
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={clean === '' ? t('name.empty') : clean.length > 200 ? t('name.long') : undefined}
          onPress={() => onDone(clean)}
        >
          {label}
        </Button>
      </div>
    </div>
  )
}
