import { IconChecks, IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { WireSums } from '../../app/WireSums.tsx'
import { useLineActs } from '../../reconciliation/use-line-acts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Card } from '../../ui/Card.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { NotYoursState } from '../../ui/states.tsx'
import { AccountSelect } from './AccountSelect.tsx'
import { BankBoard } from './BankBoard.tsx'
import { StatementZone } from './StatementZone.tsx'
import { useBankLines } from './use-bank-lines.ts'
import { useBringStatement } from './use-bring-statement.tsx'

const noBank: readonly string[] = ['sales', 'project']

/** Which invoices did the bank's lines pay? */
export function BankPage() {
  const { t } = useTranslation('reconciliation')
  const { role } = useSession().person
  if (!noBank.includes(role)) return <Bank />
  return (
    <Page>
      <PageHeader title={t('title')} />
      <Card>
        <NotYoursState action={<TextLink link={{ to: paths.customers }}>{t('backToCustomers')}</TextLink>} />
      </Card>
    </Page>
  )
}

function Bank() {
  const { t } = useTranslation('reconciliation')
  const lines = useBankLines()
  const acts = useLineActs(lines)
  const statement = useBringStatement(lines.search.compte)
  const { whole, search, view } = lines
  const certain = view === 'toMatch' ? (whole?.almostCertain ?? 0) : 0
  const bring = {
    id: 'bring',
    label: t('bring.action'),
    icon: IconUpload,
    disabledReason: acts.refusal,
    run: statement.choose,
  }
  return (
    <StatementZone onFile={statement.bring}>
      <Page height="fill">
        <PageHeader
          title={t('title')}
          note={
            whole && (
              <>
                {t(`count.${view}`, { count: whole.counts[view] })} · <WireSums of={whole.total} look="strong" />
              </>
            )
          }
          actions={
            <>
              <AccountSelect chosen={search.compte} onChange={(compte) => lines.change({ compte, ligne: undefined })} />
              <Button
                icon={bring.icon}
                onPress={bring.run}
                disabledReason={bring.disabledReason}
                isPending={statement.isPending}
              >
                {bring.label}
              </Button>
            </>
          }
          mobileActions={<MoreMenu acts={[bring]} />}
          primary={{
            label: certain > 0 ? t('certain.accept', { count: certain }) : t('certain.none'),
            icon: IconChecks,
            hotkey: 'ctrl+enter',
            onPress: () => void acts.acceptCertain(search.compte),
            disabledReason: acts.refusal ?? (certain > 0 ? undefined : t('certain.nothing')),
          }}
        />
        {statement.input}
        <BankBoard lines={lines} acts={acts} onBring={statement.choose} />
      </Page>
    </StatementZone>
  )
}
