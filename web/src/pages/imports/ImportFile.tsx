import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { applyImport, type Import } from '../../imports/api.ts'
import { ImportProgress } from '../../imports/ImportProgress.tsx'
import type { Holds } from '../../imports/source-api.ts'
import { NothingLeaves } from '../../people/NothingLeaves.tsx'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Page, PageHeader, type PrimaryAct } from '../../ui/Page.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { useCount } from '../../ui/use-count.ts'
import { useIsMobile, useMediaQuery } from '../../ui/use-media-query.ts'
import { ImportFailed } from './ImportFailed.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportReview } from './ImportReview.tsx'
import { stageOf } from './import-stage.ts'

const route = getRouteApi('/shell/reglages/import/$id')
const steps = ['file', 'check', 'import'] as const

/** The page of a file at each of its stages. */
export function ImportFile({ file }: { readonly file: Import }) {
  const { t } = useTranslation('imports')
  const { depuis } = route.useSearch()
  const isMobile = useIsMobile()
  const isWide = useMediaQuery('(width >= 75rem)')
  const [remembers, setRemembers] = useState(true)
  const [chasedUpTo, setChasedUpTo] = useState<string | null>(null)
  const [holds, setHolds] = useState<Holds>()
  const written = useCount()
  const stage = stageOf(file)
  const primary = useImportAct(file, { rememberMapping: remembers, chasedUpTo, ...(holds && { holds }) })
  useReadAnewAfter(stage)
  const rows = file.progress.total ?? file.progress.rows
  return (
    <Page height={isWide && stage === 'review' ? 'fill' : 'flow'}>
      <PageHeader
        title={t('title')}
        note={
          file.ledger
            ? t('ledger.note', { name: file.name, count: file.ledger.lines, written: written(file.ledger.lines) })
            : file.files
              ? `${file.name} · ${t('drop.many', { count: file.files.count })}`
              : rows > 0
                ? t('rows', { name: file.name, count: rows, written: written(rows) })
                : file.name
        }
        above={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb.settings'), link: { to: paths.settings } },
              { label: t('crumb.imports'), link: { to: paths.importInvoices } },
              { label: t('title') },
            ]}
          />
        }
        actions={
          <>
            {!file.program?.pushedOn && (
              <Stepper
                steps={steps.map((step) => t(`step.${step}`))}
                current={stage === 'reading' ? 0 : stage === 'review' || stage === 'failed' ? 1 : 2}
              />
            )}
            <ButtonLink link={{ to: depuis === 'bienvenue' ? paths.welcome : paths.importInvoices }}>
              {t('leave')}
            </ButtonLink>
          </>
        }
        {...(stage === 'review' && { primary })}
      />
      {depuis === 'bienvenue' && <NothingLeaves />}
      {(stage === 'reading' || stage === 'importing') && <ImportProgress file={file} />}
      {stage === 'review' && (
        <ImportReview
          file={file}
          isMobile={isMobile}
          remembers={remembers}
          onRemember={setRemembers}
          chasedUpTo={chasedUpTo}
          onChased={setChasedUpTo}
          holds={holds}
          onHolds={setHolds}
        />
      )}
      {stage === 'failed' && <ImportFailed file={file} remembers={remembers} onRemember={setRemembers} />}
      {(stage === 'imported' || stage === 'undone') && <ImportResult file={file} />}
    </Page>
  )
}

/** The import goes on after its request was answered: what the pages showed until then is of before it. */
function useReadAnewAfter(stage: ReturnType<typeof stageOf>): void {
  const client = useQueryClient()
  useEffect(() => {
    if (stage === 'imported') void client.invalidateQueries()
  }, [client, stage])
}

/** « Importer N lignes »: those that are ready; the others stay to be fixed. */
function useImportAct(
  { id, state, summary, ledger, files }: Import,
  wishes: Parameters<typeof applyImport>[1],
): PrimaryAct {
  const { t } = useTranslation('imports')
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const written = useCount()
  const [isPending, setPending] = useState(false)
  const ready = summary?.ready ?? 0
  // A person left an invoice out for the one that is there: that is remembered, though nothing goes in.
  const isChoiceOnly = ready === 0 && (files?.listed.some((one) => one.state === 'setAside') ?? false)
  const refused = !mayWrite
    ? t('drop.notYours')
    : state === 'checking'
      ? t('progress.checking')
      : ready === 0 && !ledger?.payments && !files?.toAttach && !isChoiceOnly
        ? t('nothingReady')
        : undefined
  const apply = async () => {
    setPending(true)
    await act({ work: () => applyImport(id, wishes), done: () => undefined })
    setPending(false)
  }
  const pdfs = files?.toAttach ?? 0
  return {
    label: ledger
      ? t('ledger.import', { count: ready, written: written(ready) })
      : ready === 0 && pdfs > 0
        ? t('eInvoices.attach', { count: pdfs, written: written(pdfs) })
        : isChoiceOnly
          ? t('eInvoices.keepChoice')
          : t('import', { count: ready, written: written(ready) }),
    onPress: () => void apply(),
    hotkey: 'ctrl+enter',
    disabledReason: refused,
    isPending,
  }
}
