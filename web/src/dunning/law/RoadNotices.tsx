import { IconGavel, IconShare2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import type { Icon } from '../../ui/Glyph.tsx'
import { IconTile } from '../../ui/Pill.tsx'
import { useToday } from '../../ui/today.ts'
import {
  type CustomerLaw,
  changeInsolvency,
  customerLawQuery,
  endHandover,
  endInsolvency,
  resumeHandover,
  resumeInsolvency,
} from './api.ts'
import { useLawWords } from './use-law-words.ts'

export interface RoadNoticesProps {
  readonly customer: { readonly id: number; readonly handedOverOn: string | null; readonly insolvencyOn: string | null }
  /** What is shown of a state that was said without its details: an import, an older version. */
  readonly plain: { readonly insolvency: ReactNode; readonly handedOver: ReactNode }
}

/** To whom the file went, or which procedure was opened: what follows from it, and how to lift it. */
export function RoadNotices({ customer, plain }: RoadNoticesProps) {
  const { handedOverOn, insolvencyOn } = customer
  const isOver = handedOverOn !== null || insolvencyOn !== null
  const { data: law } = useQuery({ ...customerLawQuery(customer.id), enabled: isOver })
  const handover = law?.handovers.find(({ endedOn }) => endedOn === null)
  const insolvency = law?.insolvencies.find(({ endedOn }) => endedOn === null)
  if (!isOver || !law) return null
  return (
    <>
      {insolvencyOn && (insolvency ? <InsolvencyNotice of={insolvency} /> : plain.insolvency)}
      {handedOverOn && (handover ? <HandoverNotice of={handover} /> : plain.handedOver)}
    </>
  )
}

function HandoverNotice({
  of: { id, receiverName, handedOverOn, invoices },
}: {
  readonly of: CustomerLaw['handovers'][number]
}) {
  const { t, day } = useLawWords()
  const act = useAct()
  const isAllowed = useMayWrite('law')
  const numbers = invoices.map(({ number }) => number).join(', ')
  return (
    <Notice
      icon={IconShare2}
      title={t('handover.notice', { name: receiverName, date: day(handedOverOn) })}
      told={t('handover.noticeItems', { invoices: numbers })}
    >
      <Button
        size="small"
        disabledReason={isAllowed ? undefined : t('noRight')}
        onPress={() =>
          void act({ work: () => endHandover(id), done: () => t('handover.ended'), undo: () => resumeHandover(id) })
        }
      >
        {t('handover.end')}
      </Button>
    </Notice>
  )
}

function InsolvencyNotice({ of }: { readonly of: CustomerLaw['insolvencies'][number] }) {
  const { t, day } = useLawWords()
  const act = useAct()
  const today = useToday()
  const isAllowed = useMayWrite('law')
  const { id, kind, judgedOn, declareBy, declaredOn, officeHolder, court } = of
  const until = declaredOn
    ? t('insolvency.declared', { date: day(declaredOn) })
    : t('insolvency.declareBy', { date: day(declareBy) })
  const title = t('insolvency.notice', { kind: t(`insolvency.kinds.${kind}`), date: day(judgedOn) })
  const disabledReason = isAllowed ? undefined : t('noRight')
  return (
    <Notice icon={IconGavel} title={title} told={[until, officeHolder, court].filter(Boolean).join(' · ')}>
      {declaredOn === null && (
        <Button
          size="small"
          disabledReason={disabledReason}
          onPress={() =>
            void act({
              work: () => changeInsolvency(id, { declaredOn: today }),
              done: () => t('insolvency.declareDone'),
              undo: () => changeInsolvency(id, { declaredOn: null }),
            })
          }
        >
          {t('insolvency.declare')}
        </Button>
      )}
      <Button
        size="small"
        disabledReason={disabledReason}
        onPress={() =>
          void act({
            work: () => endInsolvency(id),
            done: () => t('insolvency.ended'),
            undo: () => resumeInsolvency(id),
          })
        }
      >
        {t('insolvency.end')}
      </Button>
    </Notice>
  )
}

interface NoticeProps {
  readonly icon: Icon
  readonly title: string
  readonly told: string
  readonly children: ReactNode
}

function Notice({ icon, title, told, children }: NoticeProps) {
  return (
    <Card padded label={title}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <IconTile icon={icon} tone="neutral" />
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium">{title}</p>
          <p className="text-small break-words text-ink2">{told}</p>
        </div>
        {children}
      </div>
    </Card>
  )
}
