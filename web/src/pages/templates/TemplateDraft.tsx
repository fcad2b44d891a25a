import { IconDeviceFloppy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeaveDialog } from '../../app/LeaveDialog.tsx'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { LanguageChoice, LanguageMenu } from '../../dunning/LanguageChoice.tsx'
import { TemplateEditor, useTemplateProblems } from '../../dunning/TemplateEditor.tsx'
import { TemplatePreview } from '../../dunning/TemplatePreview.tsx'
import { searchOfTemplate } from '../../dunning/template-search.ts'
import { type MessageTemplate, saveTemplate } from '../../dunning/text-api.ts'
import { lateCustomerQuery } from '../../dunning/texts/late-customer.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { cx } from '../../ui/class-names.ts'
import type { Found } from '../../ui/form/ComboBox.tsx'
import { SegmentedControl } from '../../ui/form/SegmentedControl.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { useIsMobile } from '../../ui/use-media-query.ts'
import { ReminderTabs } from '../reminders/ReminderTabs.tsx'

const route = getRouteApi('/shell/relances/modeles')

export interface TemplateDraftProps {
  readonly all: readonly MessageTemplate[]
  readonly chosen: MessageTemplate
}

/** One text being written, beside the list of tones. */
export function TemplateDraft({ all, chosen }: TemplateDraftProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const navigate = route.useNavigate()
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const isMobile = useIsMobile()
  const [text, setText] = useState({ subject: chosen.subject, body: chosen.body })
  const [customer, setCustomer] = useState<Found | null>()
  const problems = useTemplateProblems(chosen, text)
  const isChanged = text.subject !== chosen.subject || text.body !== chosen.body
  const before = chosen.isDefault ? null : { subject: chosen.subject, body: chosen.body }
  const write = (next: typeof text | null, done: string) =>
    void act({
      work: () => saveTemplate(chosen, next),
      done: () => done,
      undo: () => saveTemplate(chosen, before),
    })

  const languages = all.filter(({ tone }) => tone === chosen.tone).map(({ language }) => language)
  const speak = (language: string) => void navigate({ search: searchOfTemplate({ ...chosen, language }) })
  const late = useQuery(lateCustomerQuery).data ?? null
  const shownOn = customer === undefined ? late : customer
  const actions = (
    <>
      <SegmentedControl
        label={own('text.channel')}
        size="small"
        value={chosen.channel}
        onChange={(channel) => void navigate({ search: searchOfTemplate({ ...chosen, channel }) })}
        options={(['email', 'sms'] as const).map((value) => ({ value, label: own(`text.${value}`) }))}
      />
      <LanguageChoice value={chosen.language} onChange={speak} languages={languages} />
      {mayWrite && <LanguageMenu languages={languages} onAdded={speak} />}
      {isChanged ? (
        <Button onPress={() => setText({ subject: chosen.subject, body: chosen.body })}>{t('template.reset')}</Button>
      ) : (
        !chosen.isDefault &&
        mayWrite && <Button onPress={() => write(null, t('template.backDone'))}>{t('template.back')}</Button>
      )}
    </>
  )
  const primary = {
    label: t('template.save'),
    icon: IconDeviceFloppy,
    hotkey: 'ctrl+s',
    onPress: () => write(text, t('template.saved')),
    disabledReason: !mayWrite ? t('readonly') : !isChanged ? t('template.nothing') : problems[0]?.sentence,
  }

  return (
    <Page height={isMobile ? 'flow' : 'fill'}>
      <PageHeader
        title={t('template.title')}
        note={t('template.note')}
        actions={actions}
        mobileActions={actions}
        {...((isChanged || !isMobile) && { primary })}
      />
      <ReminderTabs current="modeles" />
      <div className="grid min-h-0 flex-1 grid-cols-1 gap-3.5 lg:grid-cols-[230px_1fr] wide:grid-cols-[230px_minmax(0,1fr)_minmax(0,1fr)]">
        <ToneList all={all} chosen={chosen} />
        <TemplateEditor which={chosen} text={text} onChange={setText} isReadOnly={!mayWrite} />
        <TemplatePreview
          key={late === null ? 'example' : 'late'}
          which={chosen}
          text={text}
          customer={shownOn}
          onCustomer={setCustomer}
          mayTest={mayWrite}
        />
      </div>
      <LeaveDialog isDirty={isChanged} note={t('leave.note')} />
    </Page>
  )
}

function ToneList({ all, chosen }: TemplateDraftProps) {
  const { t } = useTranslation('dunning')
  return (
    <Card className="self-start p-1.5">
      <nav aria-label={t('template.tones')}>
        <ul className="grid gap-0.5">
          {all
            .filter(({ language }) => language === chosen.language)
            .map(({ tone, language, channel, isDefault }) => (
              <li key={tone}>
                <Link
                  to={paths.messageTemplates}
                  search={searchOfTemplate({ tone, language, channel })}
                  aria-current={tone === chosen.tone ? 'page' : undefined}
                  className={cx(
                    'flex min-h-9 items-center gap-2 rounded-control px-2.5 text-table touch:min-h-11',
                    tone === chosen.tone ? 'bg-accentbg font-semibold' : 'hover:bg-sunken',
                  )}
                >
                  <span className="min-w-0 flex-1 truncate">{t(`toneTitle.${tone}`)}</span>
                  {!isDefault && (
                    <StatusPill tone="accent" onTint={tone === chosen.tone}>
                      {t('template.own')}
                    </StatusPill>
                  )}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
    </Card>
  )
}
