import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextButton } from '../../ui/TextButton.tsx'
import type { Answer } from './api.ts'
import { HostileFrame } from './HostileFrame.tsx'

/** What was written; what it quotes and signs with when asked, and the page its writer made, in a closed frame. */
export function AnswerText({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('answers')
  const [shown, setShown] = useState<'words' | 'all' | 'page'>('words')
  const { body, signature, quoted, html } = answer
  const hasMore = signature !== '' || quoted !== ''
  return (
    <div className="grid gap-3">
      {shown === 'page' ? (
        <HostileFrame html={html} />
      ) : (
        <>
          <p className="text-body break-words whitespace-pre-wrap">{body === '' ? t('text.empty') : body}</p>
          {shown === 'all' && signature !== '' && (
            <p className="border-t border-line pt-3 text-small break-words whitespace-pre-wrap text-ink2">
              {signature}
            </p>
          )}
          {shown === 'all' && quoted !== '' && (
            <blockquote className="border-l-2 border-line2 pl-3 text-small break-words whitespace-pre-wrap text-ink3">
              {quoted}
            </blockquote>
          )}
        </>
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {hasMore && shown !== 'page' && (
          <TextButton onPress={() => setShown(shown === 'all' ? 'words' : 'all')}>
            {t(shown === 'all' ? 'text.less' : 'text.all')}
          </TextButton>
        )}
        {html !== '' && (
          <TextButton onPress={() => setShown(shown === 'page' ? 'words' : 'page')}>
            {t(shown === 'page' ? 'text.words' : 'text.page')}
          </TextButton>
        )}
      </div>
    </div>
  )
}
