import { IconPencil, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { ComboBox, type Found } from '../../ui/form/ComboBox.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useSettled } from '../../ui/use-settled.ts'
import { LanguageChoice } from '../LanguageChoice.tsx'
import { MessageFrame } from '../MessageFrame.tsx'
import type { ScenarioStep } from '../scenario-api.ts'
import { searchOfTemplate } from '../template-search.ts'
import { hasSubject, sendTest, type Text, templatePreviewQuery, templatesQuery } from '../text-api.ts'
import { findFound } from './find-found.ts'
import { lateCustomerQuery } from './late-customer.ts'
import { TextFields } from './TextFields.tsx'

type StepTexts = ScenarioStep['texts']

export interface StepMessageProps {
  readonly step: ScenarioStep
  /** Absent: only to read. */
  readonly onChange?: ((texts: StepTexts) => void) | undefined
}

/** What a step sends, on a real customer; its own words in place of those of its tone, written here. */
export function StepMessage({ step, onChange }: StepMessageProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const [language, setLanguage] = useState('fr')
  const [chosen, setChosen] = useState<Found | null>()
  const [isWriting, setWriting] = useState(false)
  const late = useQuery(lateCustomerQuery).data ?? null
  const customer = chosen === undefined ? late : chosen
  const channel = step.channel === 'sms' || step.channel === 'call' ? step.channel : 'email'
  const onPaper = step.channel === 'letter' || step.channel === 'registeredLetter'
  const which = { channel, tone: step.tone, language, onPaper } as const
  const templates = useQuery(templatesQuery(channel)).data?.filter(({ tone }) => tone === step.tone)
  const mine = step.texts.find((one) => one.language === language)
  const text = mine ?? templates?.find((one) => one.language === language)
  const write = (to: Text | null) =>
    onChange?.([
      ...step.texts.filter((one) => one.language !== language),
      ...(to ? [{ language, subject: to.subject, body: to.body }] : []),
    ])
  const { data: preview } = useQuery({
    ...templatePreviewQuery(which, useSettled(textOf(text)), customer && Number(customer.id)),
    enabled: text !== undefined,
  })
  const title = t(channel === 'call' ? 'steps.said' : 'steps.message')
  const fault = preview?.problems[0]?.sentence ?? preview?.gap ?? undefined
  return (
    <section
      aria-label={title}
      className="mx-[18px] mb-3.5 flex min-h-[26rem] flex-1 shrink-0 flex-col rounded-block border border-line"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-t-block border-b border-line bg-sunken px-3 py-1.5">
        <h3 className="text-table font-semibold">{title}</h3>
        <LanguageChoice value={language} onChange={setLanguage} languages={templates?.map((one) => one.language)} />
        {mine && <StatusPill tone="accent">{own('text.own')}</StatusPill>}
        <div className="ml-auto w-52 max-w-full">
          <ComboBox
            key={late === null ? 'example' : 'late'}
            label={t('template.previewOn')}
            labelHidden
            value={customer}
            onChange={setChosen}
            search={findFound}
            placeholder={t('template.example')}
            size="small"
          />
        </div>
      </div>
      {isWriting && text ? (
        <div className="flex-1 px-4 py-3">
          <TextFields
            text={textOf(text)}
            onChange={write}
            hasSubject={hasSubject(channel)}
            problems={preview?.problems ?? []}
          />
        </div>
      ) : (
        <Shown preview={preview} />
      )}
      <div className="flex flex-wrap items-center gap-2 rounded-b-block border-t border-line bg-sunken px-3 py-2">
        {onChange && (
          <Button size="small" icon={IconPencil} onPress={() => setWriting(!isWriting)}>
            {isWriting ? own('text.show') : own(mine ? 'text.change' : 'text.write')}
          </Button>
        )}
        {mine && onChange ? (
          <TextButton
            className="text-small"
            onPress={() => {
              write(null)
              setWriting(false)
            }}
          >
            {own('text.back')}
          </TextButton>
        ) : (
          <span className="text-small">
            <TextLink link={{ to: paths.messageTemplates, search: searchOfTemplate(which) }}>
              {own('text.ofTone')}
            </TextLink>
          </span>
        )}
        {channel !== 'call' && text && onChange && (
          <span className="ml-auto">
            <TestButton fault={fault} send={() => sendTest(which, textOf(text), customer && Number(customer.id))} />
          </span>
        )}
      </div>
    </section>
  )
}

const textOf = (text: Text | undefined): Text => ({ subject: text?.subject ?? '', body: text?.body ?? '' })

interface ShownProps {
  readonly preview:
    | { readonly subject: string; readonly html: string; readonly gap: string | null; readonly isExample: boolean }
    | undefined
}

function Shown({ preview }: ShownProps) {
  const { t } = useTranslation('dunning')
  if (!preview) return <SkeletonLines lines={5} />
  if (preview.html === '') return <p className="flex-1 p-4 text-ink2">{t('template.previewLate')}</p>
  return (
    <>
      {preview.subject !== '' && (
        <p className="border-b border-line px-4 py-2 text-body">
          <span className="pr-2 text-ink3">{t('message.subject')}</span>
          <strong className="font-semibold">{preview.subject}</strong>
        </p>
      )}
      {preview.gap && <p className="border-b border-line bg-warnbg px-4 py-2 text-small text-warn">{preview.gap}</p>}
      <MessageFrame html={preview.html} className="flex-1 !rounded-none !border-0" />
    </>
  )
}

interface TestButtonProps {
  readonly fault: string | undefined
  readonly send: () => Promise<{ readonly sent: boolean; readonly sentence: string }>
}

/** To oneself, to nobody else. */
export function TestButton({ fault, send }: TestButtonProps) {
  const { t } = useTranslation('dunning')
  const act = useAct()
  return (
    <Button
      size="small"
      icon={IconSend}
      disabledReason={fault}
      onPress={() =>
        void act({
          work: async () => {
            const answer = await send()
            if (!answer.sent) throw new Error(answer.sentence)
            return answer
          },
          done: ({ sentence }) => sentence,
        })
      }
    >
      {t('template.test')}
    </Button>
  )
}
