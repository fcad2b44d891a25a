import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import {
  IconAddressBookOff,
  IconCalendarCheck,
  IconCoinEuro,
  IconCopy,
  IconMessageReport,
  IconPhoneOff,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import type { Icon } from '../ui/Glyph.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { AnswerFields } from './AnswerFields.tsx'
import { CopyOutcome } from './CopyOutcome.tsx'
import { DisputedOutcome } from './DisputedOutcome.tsx'
import { nextTryOf } from './follows.ts'
import type { OutcomeProps } from './OutcomePart.tsx'
import { PromisedOutcome } from './PromisedOutcome.tsx'
import { SaysPaidOutcome } from './SaysPaidOutcome.tsx'
import { WrongContactOutcome } from './WrongContactOutcome.tsx'

type Asked = 'promises' | 'saysPaid' | 'disputes' | 'wrongContact' | 'wantsCopy'

/** What the customer answered, each with what it leads to before it is confirmed; nobody there takes one press. */
export function CallOutcome(props: OutcomeProps) {
  const { task, end, isCompact } = props
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const [asked, setAsked] = useState<Asked | null>(null)
  const choice = (id: Asked, icon: Icon, hotkey: string) => (
    <Button
      icon={icon}
      hotkey={hotkey}
      isWide
      pressed={asked === id}
      onPress={() => setAsked(asked === id ? null : id)}
      className={pressedLook}
    >
      {t(isCompact ? `outcome.${id}Short` : `outcome.${id}`)}
    </Button>
  )
  const notReached = task.follows && {
    outcome: 'notReached' as const,
    next: nextTryOf(task.follows.next),
    isStep: task.follows.isStep,
  }
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <div className="grid grid-cols-2 gap-2">
        {choice('promises', IconCalendarCheck, 'p')}
        <Button icon={IconPhoneOff} hotkey="n" isWide saves onPress={() => end({ outcome: 'notReached' })}>
          {t('outcome.notReached')}
        </Button>
        {choice('saysPaid', IconCoinEuro, 'r')}
        {choice('disputes', IconMessageReport, 'l')}
        {choice('wrongContact', IconAddressBookOff, 'm')}
        {choice('wantsCopy', IconCopy, 'd')}
      </div>
      {asked === null && notReached && (
        <p className="text-small text-ink2">
          {t('follows.ifNotReached', { sentence: whatFollows(notReached, language).join(' ') })}
        </p>
      )}
      {asked !== null && (
        <AnswerFields key={asked} onLeave={() => setAsked(null)} staysOut={isCompact}>
          <Answered asked={asked} {...props} />
        </AnswerFields>
      )}
    </div>
  )
}

function Answered({ asked, ...props }: OutcomeProps & { readonly asked: Asked }) {
  switch (asked) {
    case 'promises':
      return <PromisedOutcome {...props} />
    case 'saysPaid':
      return <SaysPaidOutcome {...props} />
    case 'disputes':
      return <DisputedOutcome {...props} />
    case 'wrongContact':
      return <WrongContactOutcome {...props} />
    case 'wantsCopy':
      return <CopyOutcome {...props} />
  }
}

const pressedLook = 'aria-pressed:border-promise aria-pressed:text-promise'
