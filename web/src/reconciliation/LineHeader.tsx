import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatIban } from '@quittance/core/customers/iban.ts'
import { IconBan } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { formatDay } from '../ui/format-day.ts'
import { MoreMenu } from '../ui/Menu.tsx'
import { Money } from '../ui/Money.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { BankLine } from './api.ts'
import { markedText } from './marked-text.ts'
import type { LineActs } from './use-line-acts.ts'

export interface LineHeaderProps {
  readonly line: BankLine
  readonly acts: LineActs
}

/** The line itself: amount, day, and the words of the bank with what speaks for the match. */
export function LineHeader({ line, acts }: LineHeaderProps) {
  const { t } = useTranslation('reconciliation')
  const language = useLanguage()
  const day = formatDay(asDate(line.bookedOn), 'long', language)
  const known = [
    line.payerName && t('line.payer', { name: line.payerName }),
    line.payerIban && t('line.iban', { iban: formatIban(line.payerIban) }),
    line.endToEndId && t('line.endToEnd', { id: line.endToEndId }),
    line.valueOn && line.valueOn !== line.bookedOn
      ? t('line.value', { date: formatDay(asDate(line.valueOn), 'short', language) })
      : null,
  ].filter((fact) => fact !== null && fact !== '')
  return (
    <Card padded label={t('line.label')}>
      <div className="flex flex-wrap items-start gap-2.5">
        <div className="min-w-40 flex-1 max-md:basis-full">
          <p className="text-small text-ink2">
            {t(`line.kind.${line.amount.amount < 0 ? 'debit' : line.kind}`, { day })}
          </p>
          <p className="pt-0.5 text-[1.625rem]/8 font-bold">
            <Money of={asMoney(line.amount)} signed />
          </p>
        </div>
        {line.state === 'toMatch' && (
          <Button
            icon={IconBan}
            hotkey="x"
            disabledReason={acts.refusal}
            onPress={() => void acts.putAside(line, false)}
          >
            {t('act.notACustomer')}
          </Button>
        )}
        {line.state === 'toMatch' && (
          <MoreMenu
            acts={[
              {
                id: 'always',
                label: t('act.neverACustomer'),
                icon: IconBan,
                disabledReason: acts.refusal,
                run: () => void acts.putAside(line, true),
              },
            ]}
          />
        )}
      </div>
      <p className="mt-2.5 rounded-block border border-line bg-sunken px-3.5 py-2.5 font-mono text-small break-words whitespace-pre-wrap text-ink2">
        {markedText(line.label, line.marks).map(({ at, text, isMarked }) =>
          isMarked ? (
            <mark key={at} className="rounded-check bg-paidbg px-0.5 text-paid">
              {text}
            </mark>
          ) : (
            <span key={at}>{text}</span>
          ),
        )}
      </p>
      {known.length > 0 && <p className="pt-2 text-small break-words text-ink3">{known.join(' · ')}</p>}
    </Card>
  )
}
