import { useTranslation } from 'react-i18next'
import { WireSums } from '../../app/WireSums.tsx'
import { Note, SectionTitle } from '../../ui/Card.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useIsMobile } from '../../ui/use-media-query.ts'
import { sirenInWords } from '../siren-words.ts'
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

interface Line {
  readonly id: string
  readonly name: string
  readonly balances: MergePreview['together']
}

const sums = ['outstanding', 'late', 'inHand'] as const

function Balances({ preview: { kept, other, together } }: { readonly preview: MergePreview }) {
  const { t } = useTranslation('customers')
  const isMobile = useIsMobile()
  const sum = ({ balances }: Pick<Line, 'balances'>, of: (typeof sums)[number]) => (
    <WireSums of={balances.map((balance) => balance[of])} />
  )
  const lines: Line[] = [kept, other].map(({ id, name, balances }) => ({ id: String(id), name, balances }))
  const whole: Line = { id: 'together', name: t('merge.together'), balances: together }
  const columns: Column<Line>[] = [
    { id: 'name', title: t('column.customer'), cell: ({ name }) => name },
    ...sums.map((of) => ({
      id: of,
      title: t(`merge.sum.${of}`),
      align: 'end' as const,
      cell: (line: Line) => sum(line, of),
    })),
  ]
  return (
    <div className="-mx-4">
      <PlainTable
        label={t('merge.balances')}
        columns={columns}
        rows={isMobile ? [...lines, whole] : lines}
        rowId={({ id }) => id}
        total={[whole.name, ...sums.map((of) => sum(whole, of))]}
        mobileRow={(line) => (
          <TwoLineRow
            title={line.name}
            detail={t('merge.sum.late')}
            end={sum(line, 'outstanding')}
            endDetail={sum(line, 'late')}
          />
        )}
      />
    </div>
  )
}

type Field = MergePreview['fields'][number]

function Fields({ preview: { fields, kept, other } }: { readonly preview: MergePreview }) {
  const { t } = useTranslation('customers')
  const names = new Intl.DisplayNames([useLanguage()], { type: 'language' })
  const say = ({ field }: Field, value: string | null): string => {
    if (value === null) return '—'
    if (field === 'siren') return sirenInWords(value)
    if (field === 'category') return t(`category.${value as 'company'}`)
    return field === 'language' ? (names.of(value) ?? value) : value
  }
  const stays = (row: Field) => (
    <span className="whitespace-normal">
      <strong className="font-semibold">{say(row, row.becomes)}</strong>
      {row.becomes !== row.kept && <span className="text-ink2"> · {t('merge.taken')}</span>}
    </span>
  )
  const goes = (row: Field) => <span className="whitespace-normal text-ink2">{say(row, row.other)}</span>
  const columns: Column<Field>[] = [
    { id: 'field', title: t('merge.field'), cell: ({ field }) => t(`merge.fieldName.${field}`) },
    { id: 'kept', title: kept.name, cell: stays },
    { id: 'other', title: other.name, cell: goes },
  ]
  return (
    <section aria-label={t('merge.stays')} className="grid gap-1">
      <SectionTitle level={3}>{t('merge.stays')}</SectionTitle>
      <div className="-mx-4">
        <PlainTable
          label={t('merge.stays')}
          columns={columns}
          rows={fields}
          rowId={({ field }) => field}
          mobileRow={(row) => (
            <div className="grid gap-0.5 text-body">
              <span className="text-small text-ink2">{t(`merge.fieldName.${row.field}`)}</span>
              {stays(row)}
              <span className="text-small text-ink2">
                {t('merge.was', { other: other.name, value: say(row, row.other) })}
              </span>
            </div>
          )}
        />
      </div>
    </section>
  )
}
