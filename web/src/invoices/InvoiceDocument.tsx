import { IconFileTypePdf } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { attachFile, fileAddress, type Invoice } from './api.ts'

export interface InvoiceDocumentProps {
  readonly invoice: Invoice
  readonly onAttached: () => void
  /** What the law says of it: interest, fee, limitation. */
  readonly children?: ReactNode
}

const fiveMegabytes = 5 * 1024 * 1024

/** The PDF, to open or to attach, and what stands below it. */
export function InvoiceDocument({ invoice, onAttached, children }: InvoiceDocumentProps) {
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
      {children}
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
