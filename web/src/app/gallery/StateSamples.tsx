import { IconCircleCheck } from '@tabler/icons-react'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Card.tsx'
import { DismissibleHint } from '../../ui/DismissibleHint.tsx'
import { EmptyState, ErrorState, NotYoursState, SkeletonLines } from '../../ui/states.tsx'

export function StateSamples() {
  return (
    <div className="grid gap-3">
      <DismissibleHint id="gallery">Cette page se lit de gauche à droite.</DismissibleHint>
      <Note look="paid">Virement rapproché.</Note>
      <EmptyState icon={IconCircleCheck} title="Tout est fait." action={<Button>Voir la semaine</Button>}>
        31 480,00 € sont rentrés cette semaine.
      </EmptyState>
      <ErrorState what="les factures" onRetry={() => {}} reference="req-7f3a" />
      <NotYoursState />
      <SkeletonLines lines={4} />
    </div>
  )
}
