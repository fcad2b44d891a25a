import { useRef, useState } from 'react'
import { cx } from '../../ui/class-names.ts'
import type { ContactCounts } from './simulation-api.ts'
import { totalOf } from './weeks.ts'

export interface ContactBar extends ContactCounts {
  readonly id: string
  /** « lun. 23/11 : 11 e-mails »: what the bar says to who cannot see it, and under the pointer. */
  readonly words: string
  /** Under the bar; absent where there is no room. */
  readonly tick?: string | undefined
  /** What really happened, as a mark across the bar. */
  readonly real?: number
  readonly isShaded?: boolean
}

const layers = [
  { of: 'decisions', color: 'bg-a4' },
  { of: 'letters', color: 'bg-a3' },
  { of: 'calls', color: 'bg-a1' },
  { of: 'texts', color: 'bg-accent/65' },
  { of: 'emails', color: 'bg-accent' },
] as const

export interface ContactBarsProps {
  readonly label: string
  readonly bars: readonly ContactBar[]
  readonly onOpen: (id: string) => void
}

/** A bar a day or a week: e-mails, SMS, calls, letters, decisions. A press opens its list; arrows go from bar to bar. */
export function ContactBars({ label, bars, onOpen }: ContactBarsProps) {
  const box = useRef<HTMLFieldSetElement>(null)
  const [place, setPlace] = useState(0)
  const most = Math.max(4, ...bars.map((bar) => Math.max(totalOf(bar), bar.real ?? 0)))
  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), bars.length - 1)
    setPlace(next)
    box.current?.querySelectorAll<HTMLButtonElement>('button')[next]?.focus()
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: place - 1,
    ArrowRight: place + 1,
    Home: 0,
    End: bars.length - 1,
  }
  return (
    <div>
      <fieldset ref={box} aria-label={label} className="m-0 flex h-[104px] min-w-0 border-0 border-y border-line p-0">
        {bars.map((bar, index) => (
          <button
            key={bar.id}
            type="button"
            aria-label={bar.words}
            title={bar.words}
            tabIndex={index === Math.min(place, bars.length - 1) ? 0 : -1}
            onFocus={() => setPlace(index)}
            onKeyDown={(event) => {
              const to = steps[event.key]
              if (to === undefined) return
              event.preventDefault()
              go(to)
            }}
            onClick={() => onOpen(bar.id)}
            className={cx(
              'relative flex h-full min-w-0 flex-1 flex-col justify-end gap-[2px] px-[1px] hover:bg-accentbg focus-visible:outline-offset-[-2px]',
              bars.length <= 31 && 'px-[1.5px]',
              bar.isShaded && 'bg-neutralbg',
            )}
          >
            <Layers bar={bar} most={most} />
          </button>
        ))}
      </fieldset>
      <div aria-hidden="true" className="figures relative h-5 text-micro font-regular text-ink3">
        {bars.map(
          ({ id, tick }, index) =>
            tick && (
              <span key={id} className="absolute pt-1" style={{ left: `${(index / bars.length) * 100}%` }}>
                {tick}
              </span>
            ),
        )}
      </div>
    </div>
  )
}

function Layers({ bar, most }: { readonly bar: ContactBar; readonly most: number }) {
  const height = (count: number) => `${(count / most) * 88}%`
  return (
    <>
      {layers.map(
        ({ of, color }) =>
          bar[of] > 0 && (
            <span
              key={of}
              style={{ height: height(bar[of]) }}
              className={cx('min-h-[3px] w-full rounded-[2px]', color)}
            />
          ),
      )}
      {bar.real !== undefined && bar.real > 0 && (
        <span style={{ bottom: height(bar.real) }} className="absolute inset-x-0 h-[2px] bg-ink" />
      )}
    </>
  )
}
