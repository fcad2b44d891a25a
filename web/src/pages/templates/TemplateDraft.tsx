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
import { NewerNote } from '../../dunning/NewerNote.tsx'
import { TemplateEditor, useTemplateProblems } from '../../dunning/TemplateEditor.tsx'
import { TemplatePreview } from '../../dunning/TemplatePreview.tsx'
import { searchOfTemplate } from '../../dunning/template-search.ts'
import { type MessageTemplate, saveTemplate, type Text } from '../../dunning/text-api.ts'
import { lateCustomerQuery } from '../../dunning/texts/late-customer.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { cx } from '../../ui/class-names.ts'
import type { Found } from '../../ui/form/ComboBox.tsx'
import { SegmentedControl } from '../../ui/form/SegmentedControl.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { useIsMobile } from '../../ui/use-media-query.ts'
import { ReminderTabs } from '../reminders/ReminderTabs.tsx'

const route = getRouteApi('/shell/relances/modeles')

export interface TemplateDraftProps {
  readonly all: readonly MessageTemplate[]
  /** What the draft was begun on. */
  readonly chosen: MessageTemplate
  /** The same as it is saved by now, perhaps by somebody else. */
  readonly saved: MessageTemplate
  readonly onTouch: () => void
  readonly onFresh: () => void
}

/** One text being written, beside the list of tones. */
export function TemplateDraft({ all, chosen, saved, onTouch, onFresh }: TemplateDraftProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const navigate = route.useNavigate()
  const act = useAct()
  const mayWrite = useMayWrite('scenarios')
  const isMobile = useIsMobile()
  const [text, setText] = useState<Text>({ subject: chosen.subject, body: chosen.body })
  const [seen, setSeen] = useState<Text>(chosen)
  const isNewer = saved.subject !== seen.subject || saved.body !== seen.body
  const [customer, setCustomer] = useState<Found | null>()
  const problems = useTemplateProblems(chosen, text)
  const isChanged = text.subject !== chosen.subject || text.body !== chosen.body
  const before = saved.isDefault ? null : { subject: saved.subject, body: saved.body }
  const write = (next: Text | null, done: string) =>
    void act({
      work: async () => {
        await saveTemplate(chosen, next, seen)
        onFresh()
      },
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
        options={(['email', 'sms', 'call'] as const).map((value) => ({ value, label: own(`text.${value}`) }))}
      />
      <LanguageChoice value={chosen.language} onChange={speak} languages={languages} />
      {mayWrite && <LanguageMenu languages={languages} onAdded={speak} />}
      {isChanged ? (
        <Button
          onPress={() => {
            setText({ subject: chosen.subject, body: chosen.body })
            onFresh()
          }}
        >
          {t('template.reset')}
        </Button>
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
        {...((isChanged || !isMobile) && { primary })}
      />
      <ReminderTabs current="modeles" />
      {isMobile && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      {isNewer && (
        <NewerNote
          says={own('newer.text')}
          open={own(isChanged ? 'newer.openText' : 'newer.readText')}
          onOpen={onFresh}
          onKeep={isChanged ? () => setSeen(saved) : undefined}
        />
      )}
      <div className="grid min-h-0 flex-1 grid-cols-1 gap-3.5 lg:grid-cols-[230px_1fr] wide:grid-cols-[230px_minmax(0,1fr)_minmax(0,1fr)]">
        {isMobile ? <ToneSelect all={all} chosen={chosen} /> : <ToneList all={all} chosen={chosen} />}
        <TemplateEditor
          which={chosen}
          text={text}
          onChange={(typed) => {
            onTouch()
            setText(typed)
          }}
          isReadOnly={!mayWrite}
        />
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

type TonesProps = Pick<TemplateDraftProps, 'all' | 'chosen'>

/** On a phone the list of tones would push the text off the screen. */
function ToneSelect({ all, chosen }: TonesProps) {
  const { t } = useTranslation('dunning')
  const navigate = route.useNavigate()
  const { language, channel } = chosen
  return (
    <Select
      label={t('steps.tone')}
      value={chosen.tone}
      onChange={(tone) => void navigate({ search: searchOfTemplate({ tone, language, channel }) })}
      options={all
        .filter((one) => one.language === language)
        .map(({ tone, isDefault }) => ({
          value: tone,
          label: t(`toneTitle.${tone}`),
          ...(!isDefault && { note: t('template.own') }),
        }))}
    />
  )
}

function ToneList({ all, chosen }: TonesProps) {
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
