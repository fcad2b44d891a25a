import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { IconGavel, IconPlayerPause, IconShare2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { Customer, CustomerChange } from '../../customers/api.ts'
import { useCustomerActs } from '../../customers/use-customer-acts.ts'
import { RoadNotices } from '../../dunning/law/RoadNotices.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import type { Icon } from '../../ui/Glyph.tsx'
import { IconTile } from '../../ui/Pill.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** Why nothing leaves to this customer, what follows from it, and how to lift it. */
export function SituationNotices({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation(['customers', 'law'])
  const language = useLanguage()
  const { change, resume } = useCustomerActs(customer)
  const dated = (day: string) => ({ date: formatDate(asDate(day), language) })
  const { pause, handedOverOn, insolvencyOn } = customer
  const isAllowed = useMayWrite('law')
  const lawLift = (to: CustomerChange, before: CustomerChange) => ({
    label: t('flag.lift'),
    run: () => void change(to, before, t('flag.lifted')),
    disabledReason: isAllowed ? undefined : t('law:noRight'),
  })
  return (
    <>
      <RoadNotices
        customer={customer}
        plain={{
          insolvency: insolvencyOn && (
            <Notice
              icon={IconGavel}
              title={t('flag.insolvencySince', dated(insolvencyOn))}
              lift={lawLift({ insolvencyOn: null }, { insolvencyOn })}
            >
              {t('flag.insolvencyEffect')}
            </Notice>
          ),
          handedOver: handedOverOn && (
            <Notice
              icon={IconShare2}
              title={t('flag.handedOverSince', dated(handedOverOn))}
              lift={lawLift({ handedOverOn: null }, { handedOverOn })}
            >
              {t('flag.handedOverEffect')}
            </Notice>
          ),
        }}
      />
      {pause && (
        <Notice
          icon={IconPlayerPause}
          title={pause.until === 'furtherNotice' ? t('pause.pausedOpen') : t('pause.pausedUntil', dated(pause.until))}
          lift={{ label: t('act.resume'), run: () => void resume() }}
        >
          {[pause.note && t('pause.said', { note: pause.note }), t('pause.since', dated(pause.since))]
            .filter(Boolean)
            .join(' · ')}
        </Notice>
      )}
    </>
  )
}

interface NoticeProps {
  readonly icon: Icon
  readonly title: string
  readonly children: ReactNode
  readonly lift: { readonly label: string; readonly run: () => void; readonly disabledReason?: string | undefined }
}

function Notice({ icon, title, children, lift }: NoticeProps) {
  const { t } = useTranslation('customers')
  const mayWrite = useMayWrite('business')
  return (
    <Card padded label={title}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <IconTile icon={icon} tone="neutral" />
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium">{title}</p>
          <p className="text-small break-words text-ink2">{children}</p>
        </div>
        <Button
          size="small"
          onPress={lift.run}
          disabledReason={lift.disabledReason ?? (mayWrite ? undefined : t('noRight'))}
        >
          {lift.label}
        </Button>
      </div>
    </Card>
  )
}
