import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { cx } from './class-names.ts'
import { Glyph, type Icon } from './Glyph.tsx'
import { type Tone, tint } from './tones.ts'

export interface SwipeAct {
  readonly label: string
  readonly icon: Icon
  readonly tone: Tone
  readonly run: () => void
}

export interface SwipeRowProps {
  readonly children: ReactNode
  /** Done by a swipe to the right, resp. to the left. The same acts must stand in a menu: no drag without a button. */
  readonly toRight?: SwipeAct | undefined
  readonly toLeft?: SwipeAct | undefined
}

const far = 96 // px from which letting go does it

/** A row under the thumb: it follows the finger and says what letting go would do. Mouse and keyboard use the menu. */
export function SwipeRow({ children, toRight, toLeft }: SwipeRowProps) {
  const [moved, setMoved] = useState(0)
  const from = useRef<number | null>(null)
  const act = moved > 0 ? toRight : moved < 0 ? toLeft : undefined

  const start = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') from.current = event.clientX
  }
  const follow = (event: PointerEvent) => {
    if (from.current === null) return
    const by = event.clientX - from.current
    setMoved((by > 0 && !toRight) || (by < 0 && !toLeft) ? 0 : Math.max(-160, Math.min(160, by)))
  }
  const end = (isDone: boolean) => {
    from.current = null
    setMoved(0)
    if (isDone && act && Math.abs(moved) >= far) act.run()
  }

  return (
    <div className="relative touch-pan-y overflow-hidden">
      {act && (
        <span
          aria-hidden="true"
          className={cx(
            'absolute inset-0 flex items-center gap-2 px-4 text-small font-semibold',
            moved < 0 && 'justify-end',
            tint[Math.abs(moved) >= far ? act.tone : 'neutral'],
          )}
        >
          <Glyph icon={act.icon} size={20} />
          {act.label}
        </span>
      )}
      <div
        onPointerDown={start}
        onPointerMove={follow}
        onPointerUp={() => end(true)}
        onPointerCancel={() => end(false)}
        style={moved === 0 ? undefined : { translate: `${moved}px` }}
        className="relative bg-surface"
      >
        {children}
      </div>
    </div>
  )
}
