import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './hotkeys/Kbd.tsx'

export interface TooltipProps {
  readonly text: ReactNode
  readonly keys?: string | undefined
  /** Something that takes focus: a button of the kit. For plain text use `Hint`. */
  readonly children: ReactElement
}

/** Says more on hover and focus. Never the only place of an information. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="motion-float z-50 flex max-w-72 items-center gap-2 rounded-pill bg-floating px-2.5 py-1.5 text-small text-onfloating shadow-float"
      >
        {text}
        {keys && <Kbd keys={keys} look="onFloating" />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

/** Plain words with an explanation behind them (the accounting term, the rule): dotted underline, focusable. */
export function Hint({ text, children }: { readonly text: ReactNode; readonly children: ReactNode }) {
  return (
    <Tooltip text={text}>
      <Focusable>
        <button
          type="button"
          className="cursor-help rounded-check underline decoration-line2 decoration-dotted underline-offset-3"
        >
          {children}
        </button>
      </Focusable>
    </Tooltip>
  )
}
