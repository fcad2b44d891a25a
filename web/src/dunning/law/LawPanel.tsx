import { sumByCurrency } from '@quittance/core/money/money.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { asMoney } from '../../app/wire.ts'
import { readRate, writeRate } from '../../people/setting-values.ts'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Note, SectionTitle } from '../../ui/Card.tsx'
import { InlineEdit } from '../../ui/InlineEdit.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { agreeRate, type CustomerLaw, customerLawQuery, endWriteOff, resumeWriteOff } from './api.ts'
import { InvoiceLawRows } from './InvoiceLawRows.tsx'
import type { LawCustomer } from './LawDialog.tsx'
import { LegalFiles } from './LegalFiles.tsx'
import { LimitationDialog } from './LimitationDialog.tsx'
import { NoticeDialog } from './NoticeDialog.tsx'
import { NoticeList } from './NoticeList.tsx'
import { useLawWords } from './use-law-words.ts'

/** « Pénalités et droit »: interest by invoice, notices, limitation, what was given up, and the file for the lawyer. */
export function LawPanel({ customer }: { readonly customer: LawCustomer }) {
  const { t } = useLawWords()
  const { data: law, isPending, refetch } = useQuery(customerLawQuery(customer.id))
  if (isPending) return <SkeletonLines lines={6} />
  if (!law) return <ErrorState what={t('what')} onRetry={() => void refetch()} />
  return (
    <div className="divide-y divide-line">
      <InterestPart customer={customer} law={law} />
      <NoticePart customer={customer} law={law} />
      <LimitationPart customer={customer} law={law} />
      <WriteOffPart law={law} />
      <Part title={t('file.title')}>
        <LegalFiles customer={customer.id} files={law.files} />
      </Part>
    </div>
  )
}

interface PartProps {
  readonly customer: LawCustomer
  readonly law: CustomerLaw
}

function Part({
  title,
  end,
  children,
}: {
  readonly title: string
  readonly end?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-2.5 px-4 py-4">
      <SectionTitle end={end} className="flex-wrap">
        {title}
      </SectionTitle>
      {children}
    </section>
  )
}

function InterestPart({ customer, law }: PartProps) {
  const { t, sums, halfYear } = useLawWords()
  const colon = useLanguage() === 'fr' ? '\u00a0: ' : ': '
  const { totals, invoices, category, missingRate } = law
  const bearing = invoices.filter(({ interest }) => interest !== null)
  if (category === 'individual') {
    return (
      <Part title={t('interest.title')}>
        <p className="text-small text-ink2">{t('interest.noneIndividual')}</p>
      </Part>
    )
  }
  const told = [
    `${t('interest.total')}${colon}${sums(sumByCurrency([...totals.interest, ...totals.fees].map(asMoney)))}`,
    totals.claimed.length > 0 && `${t('interest.claimed')}${colon}${sums(totals.claimed)}`,
    totals.waived.length > 0 && `${t('interest.waived')}${colon}${sums(totals.waived)}`,
  ].filter(Boolean)
  return (
    <Part title={t('interest.title')}>
      {missingRate && (
        <Note look="danger">
          {t('rates.missing', { halfYear: halfYear(missingRate) })}{' '}
          <TextLink link={{ to: paths.settingsSection, params: { section: 'penalites' } }}>
            {t('interest.addRate')}
          </TextLink>
        </Note>
      )}
      {bearing.length === 0 ? (
        <p className="text-small text-ink2">{t('interest.none')}</p>
      ) : (
        <>
          <p className="text-small text-ink2">{told.join(' · ')}</p>
          <InvoiceLawRows invoices={bearing} />
        </>
      )}
      {category === 'company' && <AgreedRate customer={customer} rate={law.customerRate} />}
    </Part>
  )
}

function AgreedRate({ customer, rate }: { readonly customer: LawCustomer; readonly rate: number | null }) {
  const { t } = useLawWords()
  const language = useLanguage()
  const act = useAct()
  return (
    <div className="max-w-80">
      <InlineEdit
        label={t('interest.agreed')}
        value={writeRate(rate, language)}
        inputMode="decimal"
        end="%"
        description={t('interest.agreedNote')}
        isDisabled={!useMayWrite('law')}
        save={async (typed) => {
          const read = readRate(typed)
          if (read === undefined) throw new Error(t('interest.unknownRate'))
          await act({ work: () => agreeRate(customer.id, read), done: () => undefined })
        }}
      />
    </div>
  )
}

function NoticePart({ customer, law }: PartProps) {
  const { t } = useLawWords()
  const [isOpen, setOpen] = useState(false)
  const { noNoticeBecause, formalNotices } = law
  const isAllowed = useMayWrite('law')
  const reason = noNoticeBecause ? t(`notice.no.${noNoticeBecause}`) : isAllowed ? undefined : t('noRight')
  const act = (
    <Button size="small" disabledReason={reason} onPress={() => setOpen(true)}>
      {t('notice.act')}
    </Button>
  )
  return (
    <Part title={t('notice.title')} end={act}>
      {formalNotices.length === 0 ? (
        <p className="text-small text-ink2">{noNoticeBecause ? reason : t('notice.none')}</p>
      ) : (
        <NoticeList notices={formalNotices} />
      )}
      <NoticeDialog customer={customer} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Part>
  )
}

function LimitationPart({ customer, law }: PartProps) {
  const { t, limitation, day } = useLawWords()
  const [isOpen, setOpen] = useState(false)
  const isAllowed = useMayWrite('law')
  const owed = law.invoices.filter((one) => one.limitation !== null)
  const first = owed.toSorted((a, b) => ((a.limitation?.endsOn ?? '') < (b.limitation?.endsOn ?? '') ? -1 : 1))[0]
  const act = (
    <Button size="small" disabledReason={isAllowed ? undefined : t('noRight')} onPress={() => setOpen(true)}>
      {t('limitation.act')}
    </Button>
  )
  return (
    <Part title={t('limitation.title')} end={act}>
      {first?.limitation && (
        <p className="text-small">
          <span className="font-medium">{first.invoice.number}</span> · {limitation(first.limitation).title} (
          {limitation(first.limitation).why})
        </p>
      )}
      <ul className="grid gap-1 text-small text-ink2">
        {law.limitationActs
          .filter(({ isEnded }) => !isEnded)
          .map(({ id, kind, doneOn, note }) => (
            <li key={id}>
              {t(`limitation.kinds.${kind}`)}, {day(doneOn)} · {note}
            </li>
          ))}
      </ul>
      <p className="text-small text-ink3">{t('limitation.note')}</p>
      <LimitationDialog customer={customer} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Part>
  )
}

function WriteOffPart({ law }: Pick<PartProps, 'law'>) {
  const { t, sum, day } = useLawWords()
  const act = useAct()
  const isAllowed = useMayWrite('law')
  const standing = law.writeOffs.filter(({ isEnded }) => !isEnded)
  if (standing.length === 0) return null
  return (
    <Part title={t('writeOff.list')}>
      <ul className="grid gap-2 text-small text-ink2">
        {standing.map(({ id, invoice, amount, reason, writtenOffOn }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <span>
              {t('writeOff.line', {
                number: invoice.number,
                amount: sum(amount),
                reason: t(`writeOff.reasons.${reason}`),
                date: day(writtenOffOn),
              })}
            </span>
            {isAllowed && (
              <TextButton
                onPress={() =>
                  void act({
                    work: () => endWriteOff(id),
                    done: () => t('writeOff.ended'),
                    undo: () => resumeWriteOff(id),
                  })
                }
              >
                {t('writeOff.end')}
              </TextButton>
            )}
          </li>
        ))}
      </ul>
      <p className="text-small text-ink3">{t('writeOff.vat')}</p>
    </Part>
  )
}
