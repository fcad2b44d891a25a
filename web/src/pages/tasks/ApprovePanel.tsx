import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { asMoney } from '../../app/wire.ts'
import type { TaskRow } from '../../tasks/api.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Money } from '../../ui/Money.tsx'
import { StatusPill } from '../../ui/Pill.tsx'

/** The messages that wait for approval: one row here, read and let go on their own page. */
export function ApprovePanel({ row }: { readonly row: TaskRow }) {
  const { t } = useTranslation('tasks')
  return (
    <div className="grid gap-3 px-[18px] py-3">
      <div>
        <StatusPill tone="accent" icon={IconSend}>
          {t('kind.approveReminders')}
        </StatusPill>
        <h2 className="pt-1.5 text-heading">{row.title}</h2>
        <p className="text-ink2">
          {row.reason} {row.amount && <Money of={asMoney(row.amount)} look="strong" />}
        </p>
      </div>
      <p className="text-ink2">{t('approve.explain')}</p>
      <div>
        <ButtonLink variant="accent" icon={IconSend} link={{ to: paths.reminders, search: { vue: 'pretes' } }}>
          {t('approve.open')}
        </ButtonLink>
      </div>
    </div>
  )
}
