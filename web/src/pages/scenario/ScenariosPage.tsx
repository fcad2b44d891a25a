import { customerCategories } from '@quittance/core/customers/category.ts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { ImportScenarioDialog } from '../../dunning/ImportScenarioDialog.tsx'
import { rulesQuery } from '../../dunning/rules/rules-api.ts'
import { mayHoldFor, type Scenario, scenariosQuery } from '../../dunning/scenario-api.ts'
import { useScenarioName } from '../../dunning/use-scenario-name.ts'
import { useStepWords } from '../../dunning/use-step-words.ts'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { ReminderTabs } from '../reminders/ReminderTabs.tsx'
import { AddScenarioDialog } from './AddScenarioDialog.tsx'
import { useChooseDefault } from './use-choose-default.ts'

/** The scenarios, and who follows which. */
export function ScenariosPage() {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const { data, error, isPending, refetch } = useQuery(scenariosQuery)
  const scenarios = data ?? []
  const stepsOf = useStepsSentence()
  const mayWrite = useMayWrite('scenarios')
  const [isImporting, setIsImporting] = useState(false)
  const [isAdding, setIsAdding] = useState(false)
  const nameOf = useScenarioName()
  return (
    <Page height="fill">
      <PageHeader
        title={t('view.scenarios')}
        note={t('scenario.listNote')}
        actions={
          mayWrite && (
            <>
              <Button onPress={() => setIsImporting(true)}>{t('file.import')}</Button>
              <Button icon={IconPlus} onPress={() => setIsAdding(true)}>
                {own('add.title')}
              </Button>
            </>
          )
        }
      />
      <AddScenarioDialog isOpen={isAdding} onClose={() => setIsAdding(false)} />
      <ImportScenarioDialog isOpen={isImporting} onClose={() => setIsImporting(false)} />
      <ReminderTabs current="scenarios" />
      <div className="grid min-h-0 flex-1 grid-cols-1 content-start gap-3.5 wide:grid-cols-[1fr_360px]">
        <DataTable
          label={t('view.scenarios')}
          rows={scenarios}
          rowId={({ id }) => id}
          rowName={nameOf}
          rowHeight={52}
          isLoading={isPending}
          opening={{ link: ({ id }) => ({ to: paths.scenario, params: { id: String(id) } }) }}
          empty={
            error && (
              <ErrorState
                what={t('scenario.whatAll')}
                onRetry={() => void refetch()}
                reference={error instanceof ApiError ? error.reference : undefined}
              />
            )
          }
          mobileRow={(row) => (
            <TwoLineRow
              title={nameOf(row)}
              detail={stepsOf(row)}
              end={t('note.customers', { count: row.customers })}
              endDetail={<Default scenario={row} />}
            />
          )}
          columns={[
            { id: 'name', title: t('scenario.name'), width: '180px', cell: nameOf },
            { id: 'steps', title: t('steps.title'), cell: (row) => <span className="text-ink2">{stepsOf(row)}</span> },
            { id: 'default', title: t('scenario.default'), width: '190px', cell: (row) => <Default scenario={row} /> },
            {
              id: 'customers',
              title: t('scenario.customers'),
              width: '90px',
              align: 'end',
              cell: ({ customers }) => customers,
            },
          ]}
        />
        {data && (
          <Card padded className="self-start">
            <SectionTitle>{t('scenario.who')}</SectionTitle>
            <p className="pt-1 pb-3 text-small text-ink3">{t('scenario.whoNote')}</p>
            <Defaults scenarios={data} />
            <RulesLink />
          </Card>
        )}
      </div>
    </Page>
  )
}

function useStepsSentence() {
  const words = useStepWords()
  return ({ steps }: Scenario): string =>
    steps
      .filter(({ isActive }) => isActive)
      .map(({ delayDays }) => words.day(delayDays))
      .join(' · ')
}

function Default({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('dunning')
  const whom = scenario.defaultFor.map((category) => t(`category.${category}`)).join(', ')
  return <span className="line-clamp-2 whitespace-normal text-small text-ink2">{whom}</span>
}

/** Beside the categories: the rules that come before them. */
function RulesLink() {
  const { t } = useTranslation('scenarios')
  const { data } = useQuery(rulesQuery)
  return (
    <div className="mt-4 border-t border-line pt-3">
      <TextLink link={{ to: paths.scenarioRules }}>{t('rules.link', { count: data?.length ?? 0 })}</TextLink>
      <p className="text-small text-ink3">{t('rules.linkNote')}</p>
    </div>
  )
}

function Defaults({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const { t } = useTranslation('dunning')
  const choose = useChooseDefault()
  const nameOf = useScenarioName()
  const mayWrite = useMayWrite('scenarios')
  return (
    <div className="grid gap-3">
      {customerCategories.map((category) => {
        const chosen = scenarios.find(({ defaultFor }) => defaultFor.includes(category))
        return (
          <Select
            key={category}
            label={t(`categoryTitle.${category}`)}
            value={chosen ? String(chosen.id) : null}
            isDisabled={!mayWrite}
            onChange={(id) => void choose(Number(id), category)}
            options={scenarios.map((scenario) => ({
              value: String(scenario.id),
              label: nameOf(scenario),
              ...(!mayHoldFor(scenario, category) && { isDisabled: true, note: t('scenario.formalNotice') }),
            }))}
          />
        )
      })}
    </div>
  )
}
