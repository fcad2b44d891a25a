import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { TextLink } from '../ui/ButtonLink.tsx'
import { SectionTitle } from '../ui/Card.tsx'
import { useIsBeside } from '../ui/SidePanel.tsx'
import { useRowKeys } from '../ui/table/use-row-keys.ts'
import { useKeysIn } from '../ui/use-keys-in.ts'
import type { TaskRow } from './api.ts'
import { focusCurrentRow } from './focus-current-row.ts'
import { TaskLine } from './TaskLine.tsx'
import { inGroups } from './task-look.ts'

export interface TaskGroupsProps {
  readonly rows: readonly TaskRow[]
  readonly currentKey: string | undefined
  readonly onOpen: (key: string) => void
  readonly onDone: (task: TaskRow) => void
  /** Enter on a row: into what stands beside the list. */
  readonly onEnter: () => void
  readonly showsAssignee: boolean
  /** After the groups: what was done today. */
  readonly end?: ReactNode
}

/** Ticking ends these; a decision has to be chosen, messages are approved on their own page. */
export const endsByTicking = ({ id, kind }: TaskRow): boolean => id !== null && kind !== 'decision'

/** The groups of the day, walked with J and K as one list. */
export function TaskGroups({ rows, currentKey, onOpen, onDone, onEnter, showsAssignee, end }: TaskGroupsProps) {
  const { t } = useTranslation('tasks')
  const isBeside = useIsBeside()
  const box = useRef<HTMLDivElement>(null)
  const groups = inGroups(rows)
  const ids = groups.flatMap((group) => group.rows.map(({ key }) => key))
  const keys = useRowKeys(box, {
    ids,
    currentId: currentKey,
    selection: undefined,
    onSelect: undefined,
    onSelectAll: undefined,
    onArrive: isBeside ? (index) => ids[index] !== undefined && onOpen(ids[index]) : undefined,
    reveal: () => {},
  })
  useFocusKept(currentKey)
  useKeysIn(box, ({ key, target }) => {
    if (key === 'Enter' && isBeside && (target as HTMLElement).dataset.opens !== undefined) onEnter()
  })
  return (
    <div ref={box} data-scrolls="" className="min-h-0 flex-1 scroll-py-8 overflow-auto py-1">
      {groups.map((group) => (
        <section key={group.group} aria-label={t(`group.${group.group}`)}>
          <SectionTitle
            className="px-4 pt-1.5 pb-1"
            note={group.rows.length}
            end={
              group.group === 'call' && (
                <TextLink link={{ to: paths.callSheet, search: showsAssignee ? { qui: 'equipe' } : {} }}>
                  {t('sheet.open')}
                </TextLink>
              )
            }
          >
            {t(`group.${group.group}`)}
          </SectionTitle>
          <ul>
            {group.rows.map((task) => (
              <TaskLine
                key={task.key}
                task={task}
                isCurrent={task.key === currentKey}
                onOpen={onOpen}
                onFocus={() => keys.arrive(task.key)}
                onDone={endsByTicking(task) ? () => onDone(task) : undefined}
                showsAssignee={showsAssignee}
              />
            ))}
          </ul>
        </section>
      ))}
      {end}
    </div>
  )
}

/** The task that had the focus has gone with its panel: the next one takes it, else Tab would begin at the top of the page. */
function useFocusKept(currentKey: string | undefined): void {
  const seen = useRef(currentKey)
  useEffect(() => {
    if (seen.current !== currentKey && document.activeElement === document.body) focusCurrentRow()
    seen.current = currentKey
  }, [currentKey])
}
