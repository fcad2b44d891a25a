import { IconArrowBackUp, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { WireSums } from '../app/WireSums.tsx'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Note } from '../ui/Card.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import type { HeldCustomer } from './api.ts'
import { DecisionList } from './DecisionList.tsx'
import { holdLook } from './hold-look.ts'

export interface HeldPanelProps {
  readonly held: HeldCustomer
  readonly onSendAnyway: (held: HeldCustomer) => void
  /** Of what was put aside by hand. */
  readonly onTakeBack: (reminder: number) => void
}

/** Why nothing leaves to a customer who is late, until when, what lifts it, and every decision before. */
export function HeldPanel({ held, onSendAnyway, onTakeBack }: HeldPanelProps) {
  const { t } = useTranslation('dunning')
  const { customer, because, reminderId } = held
  const disabledReason = useMayWrite('business') ? undefined : t('readonly')
  return (
    <>
      <div className="flex flex-wrap items-start gap-2 border-b border-line px-[18px] py-3">
        <div className="min-w-48 flex-1">
          <h2 className="text-section">{customer.name}</h2>
          <p className="text-small text-ink3">
            <WireSums of={held.total} /> {t('held.late')}
          </p>
        </div>
        {because === 'setAside' && reminderId !== null ? (
          <Button
            size="small"
            icon={IconArrowBackUp}
            disabledReason={disabledReason}
            onPress={() => onTakeBack(reminderId)}
          >
            {t('act.takeBack')}
          </Button>
        ) : (
          <Button size="small" icon={IconSend} disabledReason={disabledReason} onPress={() => onSendAnyway(held)}>
            {t('act.sendAnyway')}
          </Button>
        )}
      </div>
      <div className="grid min-h-0 flex-1 content-start gap-5 overflow-auto px-[18px] py-4">
        <Note icon={<Glyph icon={holdLook(because).icon} />}>
          <p>{held.sentence}</p>
          {held.note && <p className="pt-1 font-medium">{held.note}</p>}
          {held.until && /^\d/.test(held.until) && (
            <p className="text-small text-ink3">{t('held.until', { until: held.until })}</p>
          )}
        </Note>
        {(because === 'badContact' || because === 'credit') && (
          <div>
            <ButtonLink link={{ to: paths.customer, params: { id: String(customer.id) } }}>
              {because === 'badContact' ? t('act.correctAddress') : t('act.openCustomer')}
            </ButtonLink>
          </div>
        )}
        <section aria-label={t('why.list')}>
          <h3 className="pb-2 text-section">{t('why.short')}</h3>
          <DecisionList customer={customer.id} />
        </section>
      </div>
    </>
  )
}
