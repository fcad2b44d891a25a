import {
  IconCalendarCheck,
  IconCalendarDollar,
  IconChevronDown,
  IconChevronUp,
  IconCoinEuro,
  IconHourglass,
  IconMessageReport,
  IconPhone,
  IconPhoneOff,
  IconPlus,
  IconScale,
  IconSend,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card, CardFooter, Note, SectionTitle } from '../../ui/Card.tsx'
import { cx } from '../../ui/class-names.ts'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { SegmentedControl } from '../../ui/form/SegmentedControl.tsx'
import { TextArea } from '../../ui/form/TextInput.tsx'
import { Glyph, type Icon } from '../../ui/Glyph.tsx'
import { Kbd } from '../../ui/hotkeys/Kbd.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LateBadge } from '../../ui/LateBadge.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { IconTile, StatusPill } from '../../ui/Pill.tsx'
import { ProgressRing } from '../../ui/Progress.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import type { Tone } from '../../ui/tones.ts'
import { useIsMobile } from '../../ui/use-media-query.ts'
import { GalleryShell } from './GalleryShell.tsx'
import { eur } from './samples.ts'

interface Task {
  readonly id: number
  readonly icon: Icon
  readonly tone: Tone
  readonly title: string
  readonly why: string
  readonly days?: number
  readonly amount: number
}

const groups: readonly { readonly title: string; readonly tasks: readonly Task[] }[] = [
  {
    title: 'À décider',
    tasks: [
      {
        id: 1,
        icon: IconScale,
        tone: 'a4',
        title: 'Décider de la suite : Groupe Hélianthe',
        why: 'Mise en demeure restée sans réponse depuis 3 jours',
        days: 91,
        amount: 9860,
      },
      {
        id: 2,
        icon: IconCalendarDollar,
        tone: 'promise',
        title: 'Accepter un échéancier ? Hôtel Le Clos Vauban',
        why: '3 mensualités demandées le 20/11',
        days: 66,
        amount: 6219.4,
      },
    ],
  },
  {
    title: 'À appeler',
    tasks: [
      {
        id: 3,
        icon: IconPhone,
        tone: 'accent',
        title: 'Appeler Mme Gauthier, Menuiseries Castel',
        why: 'Promesse du 30/10 non tenue · 2 factures',
        days: 74,
        amount: 20658,
      },
      {
        id: 4,
        icon: IconPhone,
        tone: 'accent',
        title: 'Appeler M. Lopez, Clinique des Ormes',
        why: 'Aucune réponse aux 3 e-mails',
        days: 40,
        amount: 6480,
      },
    ],
  },
  {
    title: 'À valider',
    tasks: [
      {
        id: 5,
        icon: IconSend,
        tone: 'accent',
        title: 'Valider les 11 e-mails de relance',
        why: '13 factures · départ à 10:00',
        amount: 37204,
      },
    ],
  },
]

function TaskRow({ task, isCurrent }: { readonly task: Task; readonly isCurrent: boolean }) {
  const isMobile = useIsMobile()
  return (
    <li
      className={cx(
        'flex items-center gap-3 px-4 py-2',
        isCurrent && 'bg-accentbg shadow-[inset_3px_0_0_var(--accent)]',
      )}
    >
      {!isMobile && (
        <Checkbox shape="round" label={`Terminer : ${task.title}`} isSelected={false} onChange={() => {}} />
      )}
      <div className="min-w-0 flex-1">
        <TwoLineRow
          lead={<IconTile icon={task.icon} tone={task.tone} size={isMobile ? 'large' : 'medium'} />}
          title={task.title}
          detail={task.why}
          {...(isMobile && {
            end: <Money of={eur(task.amount)} />,
            endDetail: task.days && <LateBadge days={task.days} />,
          })}
        />
      </div>
      {!isMobile && task.days && <LateBadge days={task.days} />}
      {!isMobile && (
        <span className="w-24 text-right text-body">
          <Money of={eur(task.amount)} look="strong" />
        </span>
      )}
    </li>
  )
}

function Panel() {
  const [note, setNote] = useState('')
  return (
    <Card className="flex flex-col overflow-auto">
      <div className="border-b border-line px-[18px] py-3.5">
        <div className="flex items-center gap-2">
          <StatusPill tone="accent" icon={IconPhone}>
            Appel
          </StatusPill>
          <StatusPill tone="neutral">Décidé au point du 16/11</StatusPill>
          <span className="ml-auto flex">
            <IconButton icon={IconChevronUp} label="Précédente" size="small" />
            <IconButton icon={IconChevronDown} label="Suivante" size="small" />
          </span>
        </div>
        <h2 className="pt-1.5 text-heading">Appeler Mme Gauthier, Menuiseries Castel</h2>
        <div className="flex items-center gap-2.5 pt-1.5 text-small text-ink2">
          <Button variant="accent" size="small" icon={IconPhone}>
            03 53 01 42 18
          </Button>
          Responsable comptable · joignable plutôt le matin
        </div>
      </div>
      <div className="grid gap-3.5 px-[18px] py-3.5">
        <div>
          <h3 className="pb-1 text-body text-ink2">Pourquoi maintenant</h3>
          <Note look="warn" icon={<Glyph icon={IconHourglass} className="text-warn" />}>
            La promesse de payer <strong>12 450,00 € le 30/10</strong> n’a pas été tenue, et une deuxième facture vient
            de s’ajouter.
          </Note>
        </div>
        <div>
          <h3 className="pb-1 text-body text-ink2">Pour ouvrir la conversation</h3>
          <Note>« Bonjour Mme Gauthier, je reviens vers vous au sujet du virement prévu le 30 octobre. »</Note>
        </div>
        <div>
          <h3 className="pb-1.5 text-body text-ink2">Qu’a répondu le client ?</h3>
          <div className="grid grid-cols-2 gap-2">
            <Button icon={IconCalendarCheck} hotkey="p" isWide onPress={() => {}}>
              Promet une date
            </Button>
            <Button icon={IconPhoneOff} hotkey="n" isWide onPress={() => {}}>
              Pas joint
            </Button>
            <Button icon={IconCoinEuro} hotkey="r" isWide onPress={() => {}}>
              Dit avoir payé
            </Button>
            <Button icon={IconMessageReport} hotkey="l" isWide onPress={() => {}}>
              Conteste
            </Button>
          </div>
        </div>
        <TextArea
          label="Note"
          labelHidden
          value={note}
          onChange={setNote}
          placeholder="Une note, comme si le client pouvait la lire…"
        />
      </div>
    </Card>
  )
}

/** Mock-up 02. */
export function Screen() {
  const [whose, setWhose] = useState('mine')
  return (
    <GalleryShell current="tasks">
      <Page height="fill">
        <PageHeader
          title="À faire aujourd’hui"
          note="lundi 23 novembre · encore 9 actions, environ 40 min"
          actions={
            <>
              <ProgressRing done={5} total={14} label="5 actions terminées sur 14" />
              <span className="text-small">
                <span className="block font-semibold">5 sur 14</span>
                <span className="text-micro font-regular text-ink3">terminées</span>
              </span>
              <SegmentedControl
                label="De qui"
                value={whose}
                onChange={setWhose}
                options={[
                  { value: 'mine', label: 'Mes actions' },
                  { value: 'team', label: 'Équipe' },
                ]}
              />
            </>
          }
          mobileActions={<ProgressRing done={5} total={14} label="5 actions terminées sur 14" />}
          primary={{ label: 'Ajouter une action', icon: IconPlus, hotkey: 'c', onPress: () => {} }}
        />
        <div className="grid min-h-0 flex-1 gap-3.5 wide:grid-cols-[1fr_488px]">
          <Card className="flex min-h-0 flex-col">
            <div className="flex items-center gap-2 border-b border-line px-4 py-2 text-small text-ink2">
              Dans chaque groupe, l’argent le plus récupérable d’abord{' '}
              <TextButton onPress={() => {}}>Pourquoi cet ordre ?</TextButton>
              <span className="ml-auto flex items-center gap-1 touch:hidden">
                <Kbd keys="j" />
                <Kbd keys="k" /> parcourir
              </span>
            </div>
            <div className="min-h-0 flex-1 overflow-auto py-1.5">
              {groups.map((group) => (
                <section key={group.title}>
                  <SectionTitle className="px-4 py-1.5" note={group.tasks.length}>
                    {group.title}
                  </SectionTitle>
                  <ul>
                    {group.tasks.map((task) => (
                      <TaskRow key={task.id} task={task} isCurrent={task.id === 3} />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
            <CardFooter className="touch:hidden">
              {[
                ['e', 'Terminer'],
                ['s', 'Reporter'],
                ['a', 'Affecter'],
                ['enter', 'Ouvrir'],
                ['z', 'Annuler'],
              ].map(([key = '', words]) => (
                <span key={key} className="flex items-center gap-1.5">
                  <Kbd keys={key} /> {words}
                </span>
              ))}
            </CardFooter>
          </Card>
          <Panel />
        </div>
      </Page>
    </GalleryShell>
  )
}
