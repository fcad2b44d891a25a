import { IconCalendarCheck, IconCheck, IconMessageReport } from '@tabler/icons-react'
import { Avatar } from '../../ui/Avatar.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { Change, Figure } from '../../ui/Figure.tsx'
import { LateBadge } from '../../ui/LateBadge.tsx'
import { Money } from '../../ui/Money.tsx'
import { Confidence, CountBadge, StatusPill, TonePill } from '../../ui/Pill.tsx'
import { ProgressRing } from '../../ui/Progress.tsx'
import { day, eur } from './samples.ts'

const people = [
  'Claire Besson',
  'Sophie Lemaire',
  'Karim Haddad',
  'Nadia Ferhat',
  'Julien Perrot',
  'Menuiseries Castel',
]

export function PillSamples() {
  return (
    <div className="grid gap-3.5">
      <div className="flex flex-wrap gap-2">
        {[105, 74, 54, 23, 0, -22].map((days) => (
          <LateBadge key={days} days={days} />
        ))}
        <LateBadge days={74} wording="long" />
        <LateBadge days={74}>20 658,00 € en retard</LateBadge>
      </div>
      <div className="flex flex-wrap gap-2">
        <StatusPill tone="paid" icon={IconCheck}>
          Payée
        </StatusPill>
        <StatusPill tone="warn">Payée en partie</StatusPill>
        <StatusPill tone="danger">Promesse non tenue</StatusPill>
        <StatusPill tone="promise" icon={IconCalendarCheck}>
          Promesse
        </StatusPill>
        <StatusPill tone="dispute" icon={IconMessageReport}>
          Litige
        </StatusPill>
        <StatusPill tone="neutral">En pause</StatusPill>
        <StatusPill tone="accent">simulation</StatusPill>
        <TonePill tone="friendly">cordial</TonePill>
        <TonePill tone="neutral">neutre</TonePill>
        <TonePill tone="firm">ferme</TonePill>
        <CountBadge count={37} active />
        <CountBadge count={4} />
      </div>
      <div className="flex flex-wrap gap-5">
        <Confidence level="high">Quasi certain</Confidence>
        <Confidence level="medium">Probable</Confidence>
        <Confidence level="low">À vérifier</Confidence>
        <Confidence level="none">À chercher</Confidence>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {people.map((name) => (
          <Avatar key={name} name={name} named size="medium" />
        ))}
        <Avatar name="Hélène Gauthier" look="quiet" size="medium" />
        <Avatar name="Atelier Vauquelin" shape="square" size="large" />
        <ProgressRing done={5} total={14} label="5 actions terminées sur 14" />
      </div>
      <div className="flex flex-wrap gap-8">
        <Figure
          label="En retard"
          value={<Money of={eur(148912.6)} look="figure" />}
          caption={
            <>
              <Change direction="down" isGood>
                <Money of={eur(6240)} />
              </Change>{' '}
              en 7 jours
            </>
          }
        />
        <Figure
          size="m"
          tone="good"
          label="Ma prime"
          value={<Money of={eur(412.4)} look="figure" />}
          caption={<Money of={eur(-27.3)} signed />}
        />
        <Figure
          size="m"
          label="Prochaine échéance"
          value={<DateText date={day('2026-11-30')} />}
          caption={<DateText date={day('2026-11-30')} style="long" />}
        />
      </div>
    </div>
  )
}
