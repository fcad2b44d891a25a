import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { cx } from '../ui/class-names.ts'
import { Switch } from '../ui/form/Switch.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { IconTile } from '../ui/Pill.tsx'
import { channelLook } from './channel-look.ts'
import type { ScenarioStep } from './scenario-api.ts'
import { useStepWords } from './use-step-words.ts'

export interface StepListProps {
  readonly steps: readonly ScenarioStep[]
  /** How many wait at each step, by its key. */
  readonly waiting: ReadonlyMap<string, number>
  readonly currentKey: string | undefined
  /** Absent on a phone: there, steps are read and switched on or off. */
  readonly onOpen?: ((key: string) => void) | undefined
  /** Keys of the steps that keep the scenario from being saved. */
  readonly wrong: ReadonlySet<string>
  readonly onSwitch?: ((key: string, isActive: boolean) => void) | undefined
  readonly onAdd?: (() => void) | undefined
}

/** The rungs of a scenario, in days from the due date. */
export function StepList({ steps, waiting, currentKey, onOpen, wrong, onSwitch, onAdd }: StepListProps) {
  const { t } = useTranslation('dunning')
  const words = useStepWords()
  return (
    <>
      <ol aria-label={t('steps.title')} className="grid grid-cols-1 gap-1.5 px-3">
        {steps.map((step) => {
          const { icon, tone } = channelLook[step.channel]
          const line = (
            <>
              <span className="figures w-10 shrink-0 text-right text-small text-ink3">{words.day(step.delayDays)}</span>
              <IconTile icon={icon} tone={step.isActive ? tone : 'neutral'} />
              <span className={cx('min-w-0 flex-1 text-left', !step.isActive && 'text-ink3')}>
                <span className="block truncate font-medium">{words.title(step, steps)}</span>
                <span className="line-clamp-2 block text-small text-ink3">{words.detail(step)}</span>
              </span>
              {wrong.has(step.key) ? (
                <span className="text-danger">
                  <Glyph icon={IconAlertTriangle} />
                  <span className="sr-only">{t('steps.wrong')}</span>
                </span>
              ) : (
                (waiting.get(step.key) ?? 0) > 0 && (
                  <span className="figures rounded-pill border border-line2 bg-surface px-1.5 text-small text-ink2">
                    {waiting.get(step.key)}
                    <span className="sr-only"> {t('steps.waiting')}</span>
                  </span>
                )
              )}
            </>
          )
          const box =
            'flex min-h-[52px] w-full min-w-0 items-center gap-2.5 rounded-block border-[1.5px] px-2 text-table'
          return (
            <li key={step.key} className="flex min-w-0 items-center gap-2">
              {onOpen ? (
                <button
                  type="button"
                  aria-current={step.key === currentKey || undefined}
                  onClick={() => onOpen(step.key)}
                  className={cx(
                    box,
                    step.key === currentKey ? 'border-accent bg-accentbg' : 'border-transparent hover:bg-sunken',
                  )}
                >
                  {line}
                </button>
              ) : (
                <div className={cx(box, 'border-transparent')}>{line}</div>
              )}
              {onSwitch && (
                <Switch isOn={step.isActive} onChange={(isActive) => onSwitch(step.key, isActive)} words="hidden">
                  {words.day(step.delayDays)} {words.title(step, steps)}
                </Switch>
              )}
            </li>
          )
        })}
      </ol>
      {!onAdd && <div className="h-3" />}
      {onAdd && (
        <div className="px-3 pt-2 pb-3 pl-[66px]">
          <Button size="small" icon={IconPlus} onPress={onAdd} className="border-dashed">
            {t('steps.add')}
          </Button>
        </div>
      )}
    </>
  )
}
