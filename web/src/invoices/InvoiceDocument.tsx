import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { asMoney } from '../app/wire.ts'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { KeyValueList } from '../ui/KeyValueList.tsx'
import { Money } from '../ui/Money.tsx'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { useLanguage } from '../ui/use-language.ts'
import { attachFile, fileAddress, type Invoice } from './api.ts'

export interface InvoiceDocumentProps {
  readonly invoice: Invoice
  readonly onAttached: () => void
}

const fiveMegabytes = 5 * 1024 * 1024

/** The PDF, to open or to attach; below, interest and fee, which nobody has claimed. */
export function InvoiceDocument({ invoice, onAttached }: InvoiceDocumentProps) {
  const { t } = useTranslation('invoices')
  const mayWrite = useMayWrite('business')
  const [error, setError] = useState<string>()
  const attach = async (file: File | undefined) => {
    if (!file) return
    if (file.size > fiveMegabytes) return setError(t('page.tooLarge'))
    if (file.type !== 'application/pdf') return setError(t('page.notPdf'))
    try {
      await attachFile(invoice.id, file)
      setError(undefined)
      showToast({ message: t('page.attached') })
      onAttached()
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem))
    }
  }

  return (
    <Card padded label={t('page.document')} className="flex flex-1 flex-col gap-3">
      <SectionTitle end={invoice.file && <OpenFile invoiceId={invoice.id}>{t('page.pdf')}</OpenFile>}>
        {t('page.document')}
      </SectionTitle>
      {invoice.file ? (
        <div className="flex items-center gap-2.5 rounded-block bg-neutralbg px-3 py-4 text-small">
          <Glyph icon={IconFileTypePdf} size={22} className="text-ink2" />
          <span className="min-w-0 flex-1 break-words">{invoice.file.name}</span>
        </div>
      ) : (
        <p className="text-small text-ink2">{t('page.noDocument')}</p>
      )}
      {mayWrite && (
        <FileDrop
          prompt={t(invoice.file ? 'page.dropOther' : 'page.drop')}
          action={t('page.choose')}
          accept={['application/pdf']}
          onFiles={(files) => void attach(files[0])}
        />
      )}
      {error && (
        <p role="alert" className="text-small font-medium text-danger">
          {error}
        </p>
      )}
      {invoice.lateInterest && <LateInterest of={invoice.lateInterest} />}
    </Card>
  )
}

function OpenFile({ invoiceId, children }: { readonly invoiceId: number; readonly children: string }) {
  return (
    <a href={fileAddress(invoiceId)} target="_blank" rel="noreferrer" className={textLinkClass}>
      {children}
    </a>
  )
}

function LateInterest({ of: { interest, recoveryFee, rate } }: { readonly of: NonNullable<Invoice['lateInterest']> }) {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  const percent = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 2 }).format(rate / 10_000)
  return (
    <div className="mt-auto">
      <KeyValueList
        items={[
          { key: t('page.interest'), value: <Money of={asMoney(interest)} /> },
          { key: t('page.fee'), value: <Money of={asMoney(recoveryFee)} /> },
        ]}
      />
      <p className="pt-2 text-small text-ink3">
        {t('page.notClaimed')} {t('page.rate', { rate: percent })}
      </p>
    </div>
  )
}
