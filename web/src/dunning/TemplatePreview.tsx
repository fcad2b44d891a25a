import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardFooter } from '../ui/Card.tsx'
import { ComboBox, type Found } from '../ui/form/ComboBox.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { MessageFrame } from './MessageFrame.tsx'
import { hasSubject, sendTest, type Text, templatePreviewQuery, type Which } from './text-api.ts'
import { findFound } from './texts/find-found.ts'
import { TestButton } from './texts/StepMessage.tsx'

export interface TemplatePreviewProps {
  readonly which: Which
  readonly text: Text
  /** On whom it is shown; null: the example of the house. */
  readonly customer: Found | null
  readonly onCustomer: (customer: Found | null) => void
  /** Who may not write the texts sends no test either. */
  readonly mayTest: boolean
}

/** The text as it would reach a customer today; the last one that could be read while it cannot. */
export function TemplatePreview({ which, text, customer, onCustomer, mayTest }: TemplatePreviewProps) {
  const { t } = useTranslation('dunning')
  const asked = customer ? Number(customer.id) : null
  // A formal notice is a letter by itself; the same text serves both.
  const [onPaper, setOnPaper] = useState(which.tone === 'formalNotice')
  const hasLetter = hasSubject(which.channel)
  const shown = { ...which, onPaper: hasLetter && onPaper }
  const { data } = useQuery(templatePreviewQuery(shown, useSettled(text), asked))
  const problem = data?.problems[0]?.sentence ?? data?.gap ?? undefined
  return (
    <Card className="flex min-h-96 flex-col overflow-hidden">
      <div className="grid gap-2 border-b border-line px-4 py-2.5">
        <ComboBox
          label={t('template.previewOn')}
          value={customer}
          onChange={onCustomer}
          search={findFound}
          placeholder={t('template.example')}
          size="small"
        />
        {hasLetter && (
          <div>
            <SegmentedControl
              label={t('template.shownAs')}
              size="small"
              value={onPaper ? 'letter' : 'email'}
              onChange={(value) => setOnPaper(value === 'letter')}
              options={[
                { value: 'email', label: t('template.asEmail') },
                { value: 'letter', label: t('template.asLetter') },
              ]}
            />
          </div>
        )}
        {customer && data?.isExample && <p className="text-small text-ink3">{t('template.owesNothing')}</p>}
      </div>
      {data?.gap && (
        <p role="status" className="border-b border-line bg-warnbg px-4 py-2 text-table text-warn">
          {data.gap}
        </p>
      )}
      {!data ? (
        <SkeletonLines lines={6} />
      ) : data.html === '' ? (
        <p className="p-4 text-ink2">{t('template.previewLate')}</p>
      ) : (
        <>
          {data.subject !== '' && (
            <p className="border-b border-line px-4 py-2 text-body">
              <span className="pr-2 text-ink3">{t(which.channel === 'sms' ? 'message.size' : 'template.subject')}</span>
              <strong className="font-semibold">{data.subject}</strong>
            </p>
          )}
          <div className="flex flex-1 flex-col bg-neutralbg px-4 pt-4">
            <MessageFrame html={data.html} className="flex-1" />
          </div>
        </>
      )}
      {which.channel !== 'call' && (
        <CardFooter className="flex justify-end">
          <TestButton fault={mayTest ? problem : t('readonly')} send={() => sendTest(which, text, asked)} />
        </CardFooter>
      )}
    </Card>
  )
}
