import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { TextButton } from '../../ui/TextButton.tsx'
import { type DoublePair, doublesQuery, type Named } from './api.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { useMergeActs } from './use-merge-acts.ts'

/** « 2 clients semblent être le même », one pair at a time: seen, then merged or told apart by a person. */
export function DoublesHint() {
  const mayWrite = useMayWrite('business')
  const { data } = useQuery({ ...doublesQuery, enabled: mayWrite })
  const [pair] = data?.pairs ?? []
  if (!mayWrite || !data || !pair) return null
  return <Pair key={pair.customers.map(({ id }) => id).join()} pair={pair} count={data.count} />
}

function Pair({ pair, count }: { readonly pair: DoublePair; readonly count: number }) {
  const { t } = useTranslation('customers')
  const [isOpen, setOpen] = useState(false)
  const acts = useMergeActs()
  const [kept, other] = pair.customers
  if (!kept || !other) return null
  const said = (one: Named & { readonly code: string }) => `${one.name} (${one.code})`
  return (
    <>
      <p role="note" className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-1 text-small text-ink2">
        <span className="min-w-0">
          {t('doubles.hint', { first: said(kept), second: said(other), why: t(`doubles.by.${pair.by}`) })}
          {count > 1 && ` ${t('doubles.more', { count: count - 1 })}`}
        </span>
        <TextButton onPress={() => setOpen(true)}>{t('doubles.compare')}</TextButton>
        <TextButton onPress={() => void acts.notDouble({ kept, other })}>{t('doubles.apart')}</TextButton>
      </p>
      <MergeDialog isOpen={isOpen} customer={kept} other={other} onClose={() => setOpen(false)} />
    </>
  )
}
