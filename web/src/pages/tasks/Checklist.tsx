import { may } from '@quittance/core/people/may.ts'
import { IconArrowRight, IconCircleCheckFilled, IconCircleDashed, IconX } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { accepted, api } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { useAct } from '../../app/use-act.ts'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { cx } from '../../ui/class-names.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { IconButton } from '../../ui/IconButton.tsx'

const items = ['invoices', 'scenario', 'sender', 'colleague'] as const
type Item = (typeof items)[number]

const places: Readonly<Record<Item, LinkProps>> = {
  invoices: { to: paths.importInvoices },
  scenario: { to: paths.scenarios },
  sender: { to: paths.settingsSection, params: { section: 'envoi' } },
  colleague: { to: paths.settingsSection, params: { section: 'utilisateurs' } },
}

/** What each takes the right to change. */
const rights = { invoices: 'imports', scenario: 'scenarios', sender: 'sender', colleague: 'people' } as const

/** The items of the first days this person can do, until all are done or somebody closes the card. */
export function Checklist() {
  const { t } = useTranslation('tasks')
  const { checklist, person } = useSession()
  const act = useAct()
  const theirs = items.filter((item) => may(person, 'write', rights[item]))
  const done = theirs.filter((item) => checklist[item]).length
  if (checklist.closed || done === theirs.length) return null
  const change = async (body: { scenario?: boolean; closed?: boolean }) =>
    accepted(await api.PATCH('/api/v1/organization/checklist', { body }))
  const close = () =>
    act({
      work: () => change({ closed: true }),
      done: () => t('checklist.closed'),
      undo: () => change({ closed: false }),
    })
  return (
    <Card label={t('checklist.title')} className="px-4 py-2.5">
      <SectionTitle
        note={t('checklist.note', { done, total: theirs.length })}
        end={<IconButton icon={IconX} label={t('checklist.close')} size="small" onPress={() => void close()} />}
      >
        {t('checklist.title')}
      </SectionTitle>
      <ul className="grid gap-x-4 gap-y-1 pt-1 md:grid-cols-2 wide:grid-cols-4">
        {theirs.map((item) => {
          const isDone = checklist[item]
          return (
            <li
              key={item}
              className={cx('flex min-h-8 items-center gap-2 text-body touch:min-h-11', isDone && 'touch:hidden')}
            >
              <Glyph
                icon={isDone ? IconCircleCheckFilled : IconCircleDashed}
                size={18}
                className={isDone ? 'text-paid' : 'text-ink3'}
              />
              {isDone ? (
                <span className="min-w-0 truncate text-ink3">
                  {t(`checklist.${item}`)}
                  <span className="sr-only"> ({t('checklist.done')})</span>
                </span>
              ) : (
                <Link
                  {...places[item]}
                  onClick={() => item === 'scenario' && void change({ scenario: true })}
                  className={cx(
                    'flex min-w-0 items-center gap-1.5 rounded-check font-medium text-accent hover:underline',
                  )}
                >
                  <span className="truncate">{t(`checklist.${item}`)}</span>
                  <Glyph icon={IconArrowRight} size={14} />
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
