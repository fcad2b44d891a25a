import { useTranslation } from 'react-i18next'
import { WireSums } from '../../app/WireSums.tsx'
import { Note, SectionTitle } from '../../ui/Card.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import type { MergePreview } from './api.ts'
import { FactCounts } from './FactCounts.tsx'

/** What will happen: what contradicts, what stays, what moves, what both owe together. */
export function MergeConsequences({ preview }: { readonly preview: MergePreview }) {
  const { t } = useTranslation('customers')
  const { kept, other, warnings, fields, moves, sharedContacts } = preview
  const names = { kept: kept.name, other: other.name }
  return (
    <>
      {warnings.length > 0 && (
        <Note look={warnings.some(contradicts) ? 'danger' : 'warn'}>
          <ul className="grid gap-1 text-body">
            {warnings.map((warning) => (
              <li key={warning}>{t(`merge.warning.${warning}`, names)}</li>
            ))}
          </ul>
        </Note>
      )}
      <section aria-label={t('merge.moves')} className="grid gap-1.5">
        <SectionTitle level={3}>{t('merge.moves')}</SectionTitle>
        <p className="text-body">
          <FactCounts of={moves} /> {t('merge.movesTo', names)}{' '}
          {sharedContacts > 0 && t('merge.sharedContacts', { count: sharedContacts })}
        </p>
        <p className="text-small text-ink2">{t('merge.after')}</p>
      </section>
      <Balances preview={preview} />
      {fields.length > 0 && <Fields preview={preview} />}
    </>
  )
}

/** Two numbers of one kind: hardly one customer. */
const contradicts = (warning: MergePreview['warnings'][number]): boolean =>
  warning === 'differentSiren' || warning === 'differentVatNumber'

type Side = MergePreview['kept']

function Balances({ preview: { kept, other, together } }: { readonly preview: MergePreview }) {
  const { t } = useTranslation('customers')
  const sums = ['outstanding', 'late', 'inHand'] as const
  const columns: Column<Side>[] = [
    { id: 'name', title: t('column.customer'), cell: ({ name }) => name },
    ...sums.map((sum) => ({
      id: sum,
      title: t(`merge.sum.${sum}`),
      align: 'end' as const,
      cell: ({ balances }: Side) => <WireSums of={balances.map((balance) => balance[sum])} />,
    })),
  ]
  return (
    <div className="-mx-4">
      <PlainTable
        label={t('merge.balances')}
        columns={columns}
        rows={[kept, other]}
        rowId={({ id }) => id}
        total={[
          t('merge.together'),
          ...sums.map((sum) => <WireSums key={sum} of={together.map((balance) => balance[sum])} />),
        ]}
      />
    </div>
  )
}

type Field = MergePreview['fields'][number]

function Fields({ preview: { fields, kept, other } }: { readonly preview: MergePreview }) {
  const { t } = useTranslation('customers')
  const say = (field: Field['field'], value: string | null): string => {
    if (value === null) return '—'
    if (field === 'category') return t(`category.${value as 'company'}`)
    return field === 'language' ? t(`language.${value as 'fr'}`) : value
  }
  const columns: Column<Field>[] = [
    { id: 'field', title: t('merge.field'), cell: ({ field }) => t(`merge.fieldName.${field}`) },
    {
      id: 'kept',
      title: kept.name,
      cell: ({ field, becomes }) => <strong className="font-semibold whitespace-normal">{say(field, becomes)}</strong>,
    },
    {
      id: 'other',
      title: other.name,
      cell: (row) => (
        <span className="whitespace-normal text-ink2">
          {say(row.field, row.other)}
          {row.becomes !== row.kept &&
            row.kept !== null &&
            ` (${t('merge.before', { value: say(row.field, row.kept) })})`}
        </span>
      ),
    },
  ]
  return (
    <section aria-label={t('merge.stays')} className="grid gap-1">
      <SectionTitle level={3}>{t('merge.stays')}</SectionTitle>
      <div className="-mx-4">
        <PlainTable label={t('merge.stays')} columns={columns} rows={fields} rowId={({ field }) => field} />
      </div>
    </section>
  )
}
