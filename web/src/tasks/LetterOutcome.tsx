import { IconMailForward, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/button-look.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { letterAddress } from './api.ts'
import { LetterPosting } from './LetterPosting.tsx'
import type { OutcomeProps } from './OutcomePart.tsx'

/** Read the letter, print it, post it; say so, and its step is done. */
export function LetterOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {task.hasLetter && task.id !== null && (
          <a
            href={letterAddress(task.id)}
            target="_blank"
            rel="noreferrer"
            className={buttonClass({ variant: 'accent' })}
          >
            <Glyph icon={IconPrinter} />
            <span>{t('letter.open')}</span>
          </a>
        )}
        <Button icon={IconMailForward} saves onPress={() => end({ outcome: 'done' })}>
          {t('letter.sent')}
        </Button>
        <Button variant="quiet" saves onPress={() => end({ outcome: 'dropped' })}>
          {t('letter.drop')}
        </Button>
      </div>
      {task.id !== null && <LetterPosting task={task.id} mayWrite />}
    </div>
  )
}
