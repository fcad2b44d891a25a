import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DisputeDialog, type ReportedDispute } from '../disputes/DisputeDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { allItems, dueLinesOf, itemsAsked } from './chosen-items.ts'
import { ItemTicks } from './ItemTicks.tsx'
import type { OutcomeProps } from './OutcomePart.tsx'
import { WhatFollows } from './WhatFollows.tsx'

/** What is contested: of which invoices here, all the rest in the dialog of disputes. */
export function DisputedOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const [chosen, setChosen] = useState(() => allItems(task.items))
  const [isOpen, setOpen] = useState(task.items.length === 1)
  const report = async ({
    reason,
    categoryId = null,
    ownerId = null,
    deadline = null,
    part,
    note,
  }: ReportedDispute) => {
    end({
      outcome: 'disputes',
      ...itemsAsked(task.items, chosen),
      dispute: { reason, categoryId, ownerId, deadline, part: part?.amount ?? null },
      ...(note && { note }),
    })
    return true
  }
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <ItemTicks items={task.items} chosen={chosen} onChange={setChosen} />
      <WhatFollows sentences={whatFollows({ outcome: 'disputes', isPart: false }, language)} />
      <Button
        variant="accent"
        hotkey="ctrl+enter"
        disabledReason={chosen.size === 0 ? t('follows.needsItems') : undefined}
        onPress={() => setOpen(true)}
      >
        {t('outcome.describe')}
      </Button>
      <DisputeDialog
        isOpen={isOpen}
        items={dueLinesOf(task.items).filter(({ id }) => chosen.has(id))}
        isFixed
        onClose={() => setOpen(false)}
        onDispute={report}
      />
    </div>
  )
}
