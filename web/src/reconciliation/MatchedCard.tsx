import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/Button.tsx'
import { TextLink } from '../ui/ButtonLink.tsx'
import { Card } from '../ui/Card.tsx'
import type { BankLine } from './api.ts'
import type { LineActs } from './use-line-acts.ts'

/** What a settled line was settled as, by whom, and the way back. */
export function MatchedCard({ line, acts }: { readonly line: BankLine; readonly acts: LineActs }) {
  const { t } = useTranslation('reconciliation')
  const { match } = line
  if (!match) return null
  const who = match.byItself
    ? t('matched.byItself')
    : match.matchedBy
      ? t('matched.by', { name: match.matchedBy })
      : t('matched.byNobody')
  return (
    <Card padded label={t('matched.label')}>
      <h2 className="text-section">{line.subtitle === '' ? t(`row.${match.kind}`) : line.subtitle}</h2>
      <p className="pt-0.5 pb-3 text-table text-ink2">{who}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={IconArrowBackUp} disabledReason={acts.refusal} onPress={() => void acts.undo(line)}>
          {t('act.undo')}
        </Button>
        {match.payments.map((payment) => (
          <TextLink key={payment} link={{ to: paths.payments, search: { reglement: payment } }}>
            {t('matched.payment')}
          </TextLink>
        ))}
      </div>
    </Card>
  )
}
