import { asCurrency, money } from '@quittance/core/money/money.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeaveDialog } from '../../app/LeaveDialog.tsx'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { PileRowForm } from '../../payments/PileRowForm.tsx'
import { PileTable } from '../../payments/PileTable.tsx'
import { isBlank, totalOf } from '../../payments/pile.ts'
import { SlipTotal } from '../../payments/SlipTotal.tsx'
import { usePile } from '../../payments/use-pile.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Card } from '../../ui/Card.tsx'
import { DismissibleHint } from '../../ui/DismissibleHint.tsx'
import { Money as MoneyText } from '../../ui/Money.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useIsMobile } from '../../ui/use-media-query.ts'

/** A pile of cheques or transfers, row after row, against the total of the deposit slip. */
export function PilePage() {
  return useMayWrite('business') ? <Pile /> : <NoRight />
}

function NoRight() {
  const { t } = useTranslation('payments')
  return (
    <Page>
      <PageHeader title={t('pile.title')} />
      <Card>
        <EmptyState
          title={t('noRight')}
          action={<TextLink link={{ to: paths.payments }}>{t('pile.seeAll')}</TextLink>}
        />
      </Card>
    </Page>
  )
}

function Pile() {
  const { t } = useTranslation('payments')
  const { baseCurrency } = useSession().organization
  const isMobile = useIsMobile()
  const pile = usePile()
  const [position, setPosition] = useState(0)
  const total = money(totalOf(pile.rows), asCurrency(baseCurrency))
  const current = pile.rows[Math.min(position, pile.rows.length - 1)]
  const addRow = () => {
    pile.addRow()
    setPosition(pile.rows.length)
  }

  return (
    <Page height="fill">
      <PageHeader
        title={t('pile.title')}
        note={
          <>
            {t('list.count', { count: pile.rows.filter((row) => !isBlank(row)).length })} ·{' '}
            <MoneyText of={total} look="strong" />
          </>
        }
        above={
          <Breadcrumbs
            crumbs={[{ label: t('list.title'), link: { to: paths.payments } }, { label: t('pile.title') }]}
          />
        }
        actions={
          <Button icon={IconPlus} onPress={addRow}>
            {t('pile.addRow')}
          </Button>
        }
        mobileActions={
          <Button icon={IconPlus} onPress={addRow}>
            {t('pile.addRow')}
          </Button>
        }
        primary={{
          label: pile.toSave === 0 ? t('pile.saveNone') : t('pile.saveAll', { count: pile.toSave }),
          hotkey: 'ctrl+enter',
          isPending: pile.isSaving,
          onPress: () => void pile.saveAll(),
        }}
      />
      {!isMobile && <DismissibleHint id="pile">{t('pile.hint')}</DismissibleHint>}
      <SlipTotal total={total} slip={pile.slip} onChange={pile.changeSlip} />
      {isMobile && current ? (
        <PileRowForm
          key={current.key}
          row={current}
          position={pile.rows.indexOf(current) + 1}
          count={pile.rows.length}
          onMove={(to) => setPosition((at) => (to === 'next' ? at + 1 : at - 1))}
          pile={pile}
        />
      ) : (
        <PileTable pile={pile} />
      )}
      <LeaveDialog isDirty={pile.toSave > 0} note={t('pile.leave')} />
    </Page>
  )
}
