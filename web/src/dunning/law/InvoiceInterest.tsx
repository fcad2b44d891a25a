import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { asMoney } from '../../app/wire.ts'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Note } from '../../ui/Card.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Money } from '../../ui/Money.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { endDecision, type InvoiceLaw, invoiceLawQuery, resumeDecision } from './api.ts'
import { DecideInterestDialog } from './DecideInterestDialog.tsx'
import { useLawWords } from './use-law-words.ts'

/** What the law says of one invoice: interest and fee, what was decided of them, until when it can be claimed in court. */
export function InvoiceInterest({ invoiceId }: { readonly invoiceId: number }) {
  const { data: law } = useQuery(invoiceLawQuery(invoiceId))
  if (!law || (law.interest === null && law.limitation === null && law.writtenOffOn === null)) return null
  return (
    <div className="mt-auto grid gap-2">
      {law.interest && <Interest law={law} interest={law.interest} />}
      {!law.interest && law.limitation?.rule === 'consumer' && <NoneFromIndividual />}
      {law.limitation && <Limitation of={law.limitation} />}
    </div>
  )
}

/** What is not there is said, not left out: the reader looks for it. */
function NoneFromIndividual() {
  const { t } = useLawWords()
  return <p className="text-small text-ink3">{t('interest.noneIndividual')}</p>
}

function Interest({
  law,
  interest,
}: {
  readonly law: InvoiceLaw
  readonly interest: NonNullable<InvoiceLaw['interest']>
}) {
  const { t, rates } = useLawWords()
  const [isDeciding, setDeciding] = useState(false)
  const disabledReason = useMayWrite('law') ? undefined : t('noRight')
  return (
    <>
      <KeyValueList
        items={[
          { key: t('interest.onDay'), value: <Money of={asMoney(interest.amount)} /> },
          { key: t('interest.fee'), value: <Money of={asMoney(interest.fee)} /> },
        ]}
      />
      <InterestDoubts interest={interest} />
      {rates(interest) !== '' && (
        <p className="text-small text-ink3">
          {t('interest.rate', { rate: rates(interest) })} · {t(`interest.from.${interest.from}`)}
        </p>
      )}
      <Segments of={interest} />
      {law.decisions.length === 0 && <p className="text-small text-ink3">{t('interest.notClaimed')}</p>}
      <Decisions decisions={law.decisions} />
      <div>
        <Button size="small" disabledReason={disabledReason} onPress={() => setDeciding(true)}>
          {t('decide.act')}
        </Button>
      </div>
      <DecideInterestDialog invoice={law.invoice} isOpen={isDeciding} onClose={() => setDeciding(false)} />
    </>
  )
}

/** A rate that is missing, that nobody chose, or that is too low. */
export function InterestDoubts({ interest }: { readonly interest: NonNullable<InvoiceLaw['interest']> }) {
  const { t, day, halfYear } = useLawWords()
  const { missing, asOf, belowFloor, isChosen } = interest
  return (
    <>
      {missing && (
        <Note look="danger">
          {t('interest.missing', { halfYear: halfYear(missing), date: day(asOf) })}{' '}
          <TextLink link={{ to: paths.settingsSection, params: { section: 'penalites' } }}>
            {t('interest.addRate')}
          </TextLink>
        </Note>
      )}
      {belowFloor.length > 0 && (
        <Note look="warn">{t('interest.belowFloor', { halfYears: belowFloor.map(halfYear).join(', ') })}</Note>
      )}
      {!isChosen && <p className="text-small text-ink3">{t('interest.notChosen')}</p>}
    </>
  )
}

function Segments({ of: { segments } }: { readonly of: NonNullable<InvoiceLaw['interest']> }) {
  const { t, day, sum, percent } = useLawWords()
  if (segments.length === 0) return null
  return (
    <details className="text-small text-ink2">
      <summary className="cursor-pointer font-medium text-accent">{t('interest.detail')}</summary>
      <ul className="grid gap-1 pt-1.5">
        {segments.map((segment) => (
          <li key={segment.from + segment.base.amount} className="flex flex-wrap justify-between gap-x-3">
            <span>
              {t('interest.segment', {
                from: day(segment.from),
                to: day(segment.to),
                days: segment.days,
                rate: percent(segment.rate),
                base: sum(segment.base),
              })}
            </span>
            <Money of={asMoney(segment.interest)} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What a person decided, with the reason and the way back. */
export function Decisions({ decisions }: Pick<InvoiceLaw, 'decisions'>) {
  const { t, day } = useLawWords()
  const act = useAct()
  const mayWrite = useMayWrite('law')
  if (decisions.length === 0) return null
  return (
    <ul className="grid gap-2">
      {decisions.map(({ id, covers, decision, reason, decidedOn, person }) => (
        <li key={id} className="grid justify-items-start gap-0.5 text-small text-ink2">
          <StatusPill tone={decision === 'claimed' ? 'warn' : 'neutral'}>
            {t(covers === 'interest' ? 'interest.amount' : 'interest.feeShort')} · {t(`interest.${decision}`)}
          </StatusPill>
          <span className="break-words">
            {reason} · {[day(decidedOn), person].filter(Boolean).join(', ')}
          </span>
          {mayWrite && (
            <TextButton
              onPress={() =>
                void act({ work: () => endDecision(id), done: () => t('decide.ended'), undo: () => resumeDecision(id) })
              }
            >
              {t('decide.end')}
            </TextButton>
          )}
        </li>
      ))}
    </ul>
  )
}

const toneOfStage = { far: 'neutral', sixMonths: 'warn', threeMonths: 'danger', over: 'danger' } as const

/** Until when, and why: a warning from six months before on. */
export function Limitation({ of }: { readonly of: NonNullable<InvoiceLaw['limitation']> }) {
  const { limitation } = useLawWords()
  const { title, why } = limitation(of)
  if (of.stage === 'far') {
    return (
      <p className="text-small text-ink3">
        {title} ({why})
      </p>
    )
  }
  return (
    <div className="grid justify-items-start gap-0.5 text-small text-ink2">
      <StatusPill tone={toneOfStage[of.stage]}>{title}</StatusPill>
      <span>{why}</span>
    </div>
  )
}
