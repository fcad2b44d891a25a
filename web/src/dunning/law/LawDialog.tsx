import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { type CustomerLaw, customerLawQuery } from './api.ts'

export interface LawCustomer {
  readonly id: number
  readonly name: string
}

export interface LawDialogProps {
  readonly customer: LawCustomer
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A question about the invoices of a customer: reads what the law says of them, then shows the form. */
export function LawDialog({
  customer,
  isOpen,
  onClose,
  title,
  children,
}: LawDialogProps & { readonly title: string; readonly children: (law: CustomerLaw) => ReactNode }) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} width="medium">
      {isOpen && <Loaded customer={customer.id}>{children}</Loaded>}
    </Dialog>
  )
}

function Loaded({
  customer,
  children,
}: {
  readonly customer: number
  readonly children: (law: CustomerLaw) => ReactNode
}) {
  const { t } = useTranslation('law')
  const { data, isPending, refetch } = useQuery(customerLawQuery(customer))
  if (isPending) return <SkeletonLines lines={5} />
  if (!data) return <ErrorState what={t('what')} onRetry={() => void refetch()} />
  return children(data)
}

export interface SaveProps {
  readonly children: string
  /** What is missing; undefined when it can be saved. */
  readonly need: string | undefined
  readonly onSave: () => void
}

/** The one act of a form, on the right below it. */
export function SaveButton({ children, need, onSave }: SaveProps) {
  return (
    <div className="flex justify-end">
      <Button variant="primary" hotkey="ctrl+enter" disabledReason={need} onPress={onSave}>
        {children}
      </Button>
    </div>
  )
}
