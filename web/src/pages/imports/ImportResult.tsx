import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { WireSums } from '../../app/WireSums.tsx'
import type { Import } from '../../imports/api.ts'
import { DropFile } from '../../imports/DropFile.tsx'
import { EInvoiceCard } from '../../imports/EInvoiceCard.tsx'
import { LedgerCard } from '../../imports/LedgerCard.tsx'
import { RefusalCard } from '../../imports/RefusalCard.tsx'
import { useUndoImport } from '../../imports/use-undo-import.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink, TextLink } from '../../ui/ButtonLink.tsx'
import { Card, Note } from '../../ui/Card.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatMoment } from '../../ui/format-day.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { useCount } from '../../ui/use-count.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { useNow } from '../../ui/use-now.ts'

const route = getRouteApi('/shell/reglages/import/$id')

/** What came of a file: the figures, where to see them, the way back, and the rows that stayed out. */
export function ImportResult({ file }: { readonly file: Import }) {
  return (
    <div className="grid gap-3.5">
      {file.state === 'undone' ? <Undone file={file} /> : <Done file={file} />}
      {file.state === 'imported' && file.files && (
        <div className="flex max-h-[32rem] flex-col">
          <EInvoiceCard file={file} files={file.files} isDisabled />
        </div>
      )}
      {file.state === 'imported' && file.refusals.length > 0 && <StayedOut file={file} />}
      {file.state === 'imported' && file.ledger && <LedgerCard file={file} ledger={file.ledger} />}
    </div>
  )
}

/** The rows that did not go in. */
function StayedOut({ file }: { readonly file: Import }) {
  const mayWrite = useMayWrite('business')
  return <RefusalCard file={file} mayCorrect={mayWrite} />
}

function Done({ file }: { readonly file: Import }) {
  const { t } = useTranslation('imports')
  const { depuis } = route.useSearch()
  const { summary } = file
  const written = useCount()
  const count = (summary?.newInvoices ?? 0) + (summary?.changedInvoices ?? 0)
  const pdfs = file.files?.attached ?? 0
  const customers = summary?.customers
  const told = customers ? customers.added + customers.changed : 0
  const title = customers
    ? t('result.customersTitle', { count: told, written: written(told) })
    : count === 0 && pdfs > 0
      ? t('eInvoices.attachedTitle', { count: pdfs, written: written(pdfs) })
      : t('result.title', { count, written: written(count) })
  return (
    <Card padded label={title} className="grid gap-4 py-5">
      <h2 className="flex items-center gap-2.5 text-heading">
        <Glyph icon={IconCircleCheck} size={22} className="text-paid" />
        {title}
      </h2>
      {customers && (
        <div className="grid grid-cols-2 gap-x-10 gap-y-3 md:flex md:flex-wrap">
          <Figure size="m" tone="good" label={t('result.customersAdded')} value={written(customers.added)} />
          <Figure size="m" label={t('result.customersChanged')} value={written(customers.changed)} />
          <Figure size="m" label={t('result.same')} value={written(customers.unchanged)} />
        </div>
      )}
      {summary && !customers && (
        <div className="grid grid-cols-2 gap-x-10 gap-y-3 md:flex md:flex-wrap">
          <Figure size="m" tone="good" label={t('result.new')} value={written(summary.newInvoices)} />
          <Figure size="m" label={t('result.changed')} value={written(summary.changedInvoices)} />
          <Figure size="m" label={t('result.same')} value={written(summary.unchangedInvoices)} />
          {file.ledger && <Figure size="m" label={t('ledger.payments')} value={written(file.ledger.payments)} />}
          <Figure size="m" label={t('summary.newCustomers')} value={written(summary.newCustomers)} />
          <Figure size="m" label={t('summary.amountDue')} value={<WireSums of={summary.amountDue} />} />
        </div>
      )}
      {file.missing > 0 && (
        <Note look="warn">
          {t('source.vanished', { count: file.missing })}{' '}
          <TextLink link={{ to: paths.invoices, search: { vue: 'disparues' } }}>{t('source.seeMissing')}</TextLink>
        </Note>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        {depuis === 'bienvenue' ? (
          <ButtonLink variant="primary" link={{ to: paths.welcome, search: { etape: 'rythme' } }}>
            {t('result.continue')}
          </ButtonLink>
        ) : customers ? (
          <ButtonLink variant="primary" link={{ to: paths.customers }}>
            {t('result.seeCustomers')}
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" link={{ to: paths.invoices, search: { vue: 'toutes' } }}>
            {t('result.see')}
          </ButtonLink>
        )}
        {!customers && (
          <>
            <TextLink link={{ to: paths.invoices, search: { vue: 'en-retard' } }}>{t('result.late')}</TextLink>
            <TextLink link={{ to: paths.customers }}>{t('result.customers')}</TextLink>
          </>
        )}
        <UndoPart file={file} />
      </div>
    </Card>
  )
}

function UndoPart({ file }: { readonly file: Import }) {
  const { t } = useTranslation('imports')
  const { timeZone } = useSession().organization
  const language = useLanguage()
  const now = useNow(60_000)
  const mayWrite = useMayWrite('business')
  const undo = useUndoImport()
  if (file.undoUntil === null) return null
  const until = new Date(file.undoUntil)
  if (until.getTime() < now) return <p className="text-small text-ink3 md:ml-auto">{t('undo.over')}</p>
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 md:ml-auto">
      <span className="text-small text-ink3">
        {t('undo.until', { when: formatMoment(until, 'dayAndTime', language, timeZone) })}
      </span>
      <Button
        icon={IconArrowBackUp}
        onPress={() => void undo(file.id, file.name)}
        disabledReason={mayWrite ? undefined : t('drop.notYours')}
      >
        {t('undo.all')}
      </Button>
    </div>
  )
}

function Undone({ file }: { readonly file: Import }) {
  const { t } = useTranslation('imports')
  const isPushed = Boolean(file.program?.pushedOn)
  const navigate = useNavigate()
  return (
    <Card padded label={t('undo.undone')} className="grid gap-3 py-5">
      <h2 className="text-heading">{t('undo.undone')}</h2>
      <p className="text-body text-ink2">{t(isPushed ? 'undo.pushedNote' : 'undo.undoneNote', { name: file.name })}</p>
      {!isPushed && (
        <DropFile onUploaded={(id) => void navigate({ to: paths.importedFile, params: { id: String(id) } })} />
      )}
    </Card>
  )
}
