import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contactName } from '../customers/contact-words.ts'
import { Button } from '../ui/Button.tsx'
import { RadioCards } from '../ui/form/RadioCards.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { OutcomeProps } from './OutcomePart.tsx'
import { WhatFollows } from './WhatFollows.tsx'

type Wrong = 'phone' | 'person'

/** The wrong number, or not the right person: marked, corrected by somebody, and the call stays. */
export function WrongContactOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const [wrong, setWrong] = useState<Wrong>(task.contact?.phone ? 'phone' : 'person')
  const { contact, follows } = task
  if (!contact) return <p className="text-small text-ink2">{t('wrong.noContact')}</p>
  const corrector = follows?.collector ?? null
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <RadioCards<Wrong>
        label={t('wrong.label')}
        value={wrong}
        onChange={setWrong}
        layout="row"
        options={[
          {
            value: 'phone',
            title: t('wrong.phone'),
            note: contact.phone ?? t('panel.noPhone'),
            isDisabled: !contact.phone,
          },
          { value: 'person', title: t('wrong.person'), note: contactName(contact) || contact.email },
        ]}
      />
      <WhatFollows sentences={whatFollows({ outcome: 'wrongContact', what: wrong, corrector }, language)} />
      <Button variant="accent" hotkey="ctrl+enter" onPress={() => end({ outcome: 'wrongContact', wrong })}>
        {t('wrong.save')}
      </Button>
    </div>
  )
}
