import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { MomentText } from '../ui/DateText.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { PlainTable } from '../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import { useCount } from '../ui/use-count.ts'
import { type ImportRow, removeImport } from './api.ts'
import { useUndoImport } from './use-undo-import.ts'

const tones = {
  checking: 'accent',
  checked: 'warn',
  importing: 'accent',
  imported: 'paid',
  failed: 'danger',
  undone: 'neutral',
} as const

/** Files brought in lately, each leading to its page, and the way back for 24 hours. */
export function ImportList({ rows }: { readonly rows: readonly ImportRow[] }) {
  const { t } = useTranslation('imports')
  const { timeZone } = useSession().organization
  const written = useCount()
  const state = (row: ImportRow) => <StatusPill tone={tones[row.state]}>{t(`state.${row.state}`)}</StatusPill>
  const name = (row: ImportRow) => (
    <Link to={paths.importedFile} params={{ id: String(row.id) }} className={textLinkClass}>
      {row.name}
    </Link>
  )
  const brought = ({ invoices, customers }: ImportRow) =>
    customers === null
      ? t('list.invoices', { count: invoices, written: written(invoices) })
      : t('list.customers', { count: customers, written: written(customers) })
  const moment = (row: ImportRow) => <MomentText at={row.uploadedAt} style="dayAndTime" timeZone={timeZone} />
  return (
    <PlainTable
      label={t('list.title')}
      rows={rows}
      rowId={(row) => row.id}
      mobileRow={(row) => (
        <TwoLineRow
          title={name(row)}
          detail={
            row.from === null ? (
              moment(row)
            ) : (
              <>
                {moment(row)} · {row.from}
              </>
            )
          }
          end={state(row)}
          endDetail={<WayBack row={row} />}
        />
      )}
      columns={[
        { id: 'name', title: t('list.file'), cell: name },
        { id: 'at', title: t('list.on'), cell: moment },
        { id: 'from', title: t('list.from'), cell: (row) => row.from ?? '—' },
        { id: 'rows', title: t('list.rows'), align: 'end', cell: (row) => written(row.rows) },
        { id: 'brought', title: t('list.brought'), align: 'end', cell: brought },
        { id: 'state', title: t('list.state'), cell: state },
        { id: 'undo', title: t('list.act'), align: 'end', width: '120px', cell: (row) => <WayBack row={row} /> },
      ]}
    />
  )
}

/** The way back of what is in; a file of which nothing is in goes altogether. */
function WayBack({ row }: { readonly row: ImportRow }) {
  const { t } = useTranslation('imports')
  const mayWrite = useMayWrite('business')
  const undo = useUndoImport()
  const act = useAct()
  if (!mayWrite) return null
  if (row.canRemove) {
    const remove = () =>
      void act({ work: () => removeImport(row.id), done: () => t('list.removed', { name: row.name }) })
    return (
      <Button size="small" icon={IconX} onPress={remove}>
        {t('list.remove')}
      </Button>
    )
  }
  if (!row.canUndo) return null
  return (
    <Button size="small" icon={IconArrowBackUp} onPress={() => void undo(row.id, row.name)}>
      {t('undo.act')}
    </Button>
  )
}
