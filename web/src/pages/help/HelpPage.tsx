import { Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showHelp } from '../../app/help-store.ts'
import type help from '../../app/i18n/fr/help.json'
import { useSession } from '../../app/session.ts'
import { navFor } from '../../app/shell/nav.ts'
import { textLinkClass } from '../../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { Kbd, useKeyNames } from '../../ui/hotkeys/Kbd.tsx'
import { printHotkey } from '../../ui/hotkeys/keys.ts'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { shortcuts } from './shortcuts.ts'

/** What is each screen for, what can the keyboard do, and where is the manual? */
export function HelpPage() {
  const { t } = useTranslation('help')
  return (
    <Page>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="grid grid-cols-1 items-start gap-3.5 wide:grid-cols-2">
        <div className="grid gap-3.5">
          <Screens />
          <Manual />
        </div>
        <Shortcuts />
      </div>
    </Page>
  )
}

/** Those this person has, each with the question it answers. */
function Screens() {
  const { t } = useTranslation(['help', 'app'])
  const { routesByPath } = useRouter()
  const nav = navFor(useSession().person.role, (page) => page in routesByPath)
  const entries = [...nav.groups.flatMap((group) => group.entries), ...nav.foot]
  return (
    <Card padded label={t('screens')}>
      <SectionTitle className="pb-1">{t('screens')}</SectionTitle>
      <ul className="divide-y divide-line">
        {entries.map(({ name, path, icon }) =>
          name === 'help' ? null : (
            <li key={name} className="flex gap-3 py-2.5 text-body">
              <Glyph icon={icon} size={18} className="mt-0.5 touch:mt-3 text-ink3" />
              <span className="min-w-0">
                <Link to={path} className={`${textLinkClass} touch:inline-block touch:py-2.5`}>
                  {t(`app:nav.${name}`)}
                </Link>
                <span className="block text-ink2">{t(`help:screen.${name}`)}</span>
              </span>
            </li>
          ),
        )}
      </ul>
    </Card>
  )
}

function Shortcuts() {
  const { t } = useTranslation('help')
  return (
    <Card padded label={t('shortcuts')}>
      <SectionTitle end={<TextButton onPress={() => showHelp(true)}>{t('switchOff')}</TextButton>}>
        {t('shortcuts')}
      </SectionTitle>
      <p className="pt-1 text-small text-ink2">{t('shortcutsNote')}</p>
      <KeysOf place="everywhere" keys={shortcuts.everywhere} />
      <KeysOf place="goTo" keys={shortcuts.goTo} />
      <KeysOf place="lists" keys={shortcuts.lists} />
      <KeysOf place="tasks" keys={shortcuts.tasks} />
      <KeysOf place="reminders" keys={shortcuts.reminders} />
    </Card>
  )
}

type Texts = typeof help

interface KeysOfProps {
  readonly place: keyof Texts['place']
  /** The keys by what they do. */
  readonly keys: Readonly<Partial<Record<keyof Texts['key'], string>>>
}

function KeysOf({ place, keys }: KeysOfProps) {
  const { t } = useTranslation('help')
  const names = useKeyNames()
  return (
    <section className="pt-3.5">
      <SectionTitle level={3}>{t(`place.${place}`)}</SectionTitle>
      <dl>
        {(Object.entries(keys) as [keyof Texts['key'], string][]).map(([act, hotkey]) => (
          <div key={act} className="flex min-h-8 items-center gap-3 border-b border-line text-body last:border-b-0">
            <dt className="w-24 shrink-0">
              <Kbd keys={hotkey} />
              <span className="touch:not-sr-only sr-only">{printHotkey(hotkey, names)}</span>
            </dt>
            <dd className="min-w-0 py-1">{t(`key.${act}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const manual = [
  'customers',
  'invoices',
  'payments',
  'tasks',
  'promises',
  'disputes',
  'aging',
  'dunning',
  'sending',
  'imports',
  'people',
  'installation',
  'command-line',
] as const

/** The manual comes with the program, as files: its pages, each with what is in it. */
function Manual() {
  const { t } = useTranslation('help')
  const folder = useLanguage() === 'fr' ? 'docs/fr' : 'docs'
  return (
    <Card padded label={t('manual')}>
      <SectionTitle>{t('manual')}</SectionTitle>
      <p className="pt-1 pb-1 text-small text-ink2">{t('manualNote', { folder })}</p>
      <ul className="divide-y divide-line">
        {manual.map((page) => (
          <li key={page} className="flex flex-wrap justify-between gap-x-4 py-1.5 text-body">
            <span>{t(`page.${page}`)}</span>
            <code className="text-small text-ink3">
              {folder}/{page}.md
            </code>
          </li>
        ))}
      </ul>
    </Card>
  )
}
