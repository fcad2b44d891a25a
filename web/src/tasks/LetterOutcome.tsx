import { IconMailForward, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/button-look.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { letterAddress } from './api.ts'
import { LetterPosting } from './LetterPosting.tsx'
import type { OutcomeProps } from './OutcomePart.tsx'
import { postingQuery } from './posting-api.ts'

/** Read the letter, print it, post it; say so, and its step is done. */
export function LetterOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  const { data: posting } = useQuery({ ...postingQuery(task.id ?? 0), enabled: task.id !== null })
  const isPosted = posting !== undefined && posting !== null
  return (
    <div className="grid gap-3">
      {isPosted && <p className="text-small text-ink2">{t('letter.posted')}</p>}
      <div className="flex flex-wrap gap-2">
        {task.hasLetter && task.id !== null && (
          <a
            href={letterAddress(task.id)}
            target="_blank"
            rel="noreferrer"
            className={buttonClass({ variant: isPosted ? 'secondary' : 'accent' })}
          >
            <Glyph icon={IconPrinter} />
            <span>{t('letter.open')}</span>
          </a>
        )}
        <Button
          variant={isPosted ? 'accent' : 'secondary'}
          icon={IconMailForward}
          saves
          onPress={() => end({ outcome: 'done' })}
        >
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
