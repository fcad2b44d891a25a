import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { Import } from '../../imports/api.ts'
import { EInvoiceCard } from '../../imports/EInvoiceCard.tsx'
import { HoldsCard } from '../../imports/HoldsCard.tsx'
import { LedgerCard } from '../../imports/LedgerCard.tsx'
import { MappingCard } from '../../imports/MappingCard.tsx'
import { PreviewCard } from '../../imports/PreviewCard.tsx'
import { PushedCard } from '../../imports/PushedCard.tsx'
import { RefusalCard } from '../../imports/RefusalCard.tsx'
import { SummaryCard } from '../../imports/SummaryCard.tsx'
import type { Holds } from '../../imports/source-api.ts'
import { WarningsNote } from '../../imports/WarningsNote.tsx'
import { Note } from '../../ui/Card.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { AlreadyLateCard } from './AlreadyLateCard.tsx'

export interface ImportReviewProps {
  readonly file: Import
  readonly isMobile: boolean
  readonly remembers: boolean
  readonly onRemember: (remembers: boolean) => void
  readonly chasedUpTo: string | null
  readonly onChased: (stepKey: string | null) => void
  readonly holds: Holds | undefined
  readonly onHolds: (holds: Holds) => void
}

/** Columns on the left; what is ready, what is to fix and what it would give on the right. */
export function ImportReview({ file, isMobile, remembers, onRemember, ...said }: ImportReviewProps) {
  const { t } = useTranslation('imports')
  const mayWrite = useMayWrite('business')
  const { summary } = file
  const late = summary && summary.alreadyLate > 0 && (
    <AlreadyLateCard count={summary.alreadyLate} stepKey={said.chasedUpTo} onChange={said.onChased} />
  )
  // A list of customers makes no invoices fresh; a program and a folder of PDFs say one after the other.
  const holds = file.format && !summary?.customers && ['csv', 'fec', 'xlsx'].includes(file.format.kind) && (
    <HoldsCard file={file} holds={said.holds} onChange={said.onHolds} />
  )
  const stillToFix =
    file.refusals.length > 0 ? (
      <RefusalCard file={file} mayCorrect={mayWrite} />
    ) : (
      <Note look="paid" icon={<Glyph icon={IconCircleCheck} className="text-paid" />}>
        {t('refusals.none')} {t('undo.promise')}
      </Note>
    )
  const mapping = file.program?.pushedOn ? (
    <PushedCard name={file.program.name} />
  ) : file.ledger ? (
    <LedgerCard file={file} ledger={file.ledger} />
  ) : file.files ? (
    <EInvoiceCard file={file} files={file.files} isDisabled={!mayWrite} />
  ) : (
    <MappingCard file={file} isDisabled={!mayWrite} remembers={remembers} onRemember={onRemember} />
  )
  if (isMobile) {
    return (
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
        {summary && <SummaryCard summary={summary} ledger={file.ledger} />}
        {late}
        {holds}
        {summary && <WarningsNote warnings={summary.warnings} />}
        {stillToFix}
        {mapping}
        {file.preview.length > 0 && <PreviewCard rows={file.preview} />}
      </div>
    )
  }
  return (
    <div className="grid min-h-0 flex-1 gap-3.5 wide:grid-cols-[470px_1fr]">
      {mapping}
      <ScrollArea label={t('summary.title')} className="flex min-h-0 flex-col gap-3.5 wide:overflow-y-auto">
        {summary && <SummaryCard summary={summary} ledger={file.ledger} />}
        <p role="status" className="sr-only">
          {file.state === 'checking' && t('progress.checking')}
        </p>
        {late}
        {holds}
        {summary && <WarningsNote warnings={summary.warnings} />}
        {file.refusals.length > 0 ? <div className="flex min-h-64 flex-1 flex-col">{stillToFix}</div> : stillToFix}
        {file.preview.length > 0 && <PreviewCard rows={file.preview} />}
      </ScrollArea>
    </div>
  )
}
