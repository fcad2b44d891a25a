import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { Note } from '../ui/Card.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { modelFileAddress, uploadFiles } from './api.ts'

const accepted = ['.csv', '.txt', '.tsv', '.xlsx', '.xml', '.pdf', '.zip', 'text/csv']

/** Where a list of invoices, or electronic invoices, many at once or a folder of them, are dropped; it is then read and checked, nothing is written yet. */
export function DropFile({ onUploaded }: { readonly onUploaded: (id: number) => void }) {
  const { t } = useTranslation('imports')
  const mayWrite = useMayWrite('business')
  const [sending, setSending] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const send = async (files: readonly File[], folder?: string) => {
    const [first] = files
    if (!first || sending !== undefined) return
    setSending(files.length === 1 ? first.name : t('drop.many', { count: files.length }))
    setRefusal(undefined)
    try {
      onUploaded(await uploadFiles(files, folder))
    } catch (problem) {
      const isNetwork = problem instanceof TypeError
      setRefusal(isNetwork ? t('drop.unreachable') : problem instanceof Error ? problem.message : String(problem))
    }
    setSending(undefined)
  }
  if (!mayWrite) return <Note>{t('drop.notYours')}</Note>
  return (
    <div className="grid gap-2.5">
      {sending === undefined ? (
        <FileDrop
          look="zone"
          icon={IconFileSpreadsheet}
          prompt={t('drop.prompt')}
          action={t('drop.choose')}
          accept={accepted}
          multiple
          folderAction={t('drop.folder')}
          onFiles={(files, folder) => void send(files, folder)}
        >
          {t('drop.formats')}{' '}
          <a href={modelFileAddress} download className={textLinkClass}>
            {t('drop.model')}
          </a>
        </FileDrop>
      ) : (
        <div
          role="status"
          className="grid place-items-center rounded-block border border-dashed border-line2 bg-sunken px-6 py-14"
        >
          {t('drop.sending', { name: sending })}
        </div>
      )}
      <div role="alert" className="empty:hidden">
        {refusal && <Note look="danger">{refusal}</Note>}
      </div>
    </div>
  )
}
