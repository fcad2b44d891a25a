import { useTranslation } from 'react-i18next'
import { lateTone, toneVariable } from '../tones.ts'
import { axisTicks, labelledPoints } from './lollipop-scale.ts'
import { useWidth } from './use-width.ts'

export interface LollipopPoint {
  readonly id: string | number
  /** Days after the due date; negative when early. */
  readonly days: number
  /** Under the axis: « 12/25 ». */
  readonly label: string
  /** Read aloud: « F-2026-0411, 12 jours après l'échéance ». */
  readonly spoken: string
}

export interface LollipopsProps {
  readonly label: string
  /** Oldest first. */
  readonly points: readonly LollipopPoint[]
  readonly average: number
}

const height = 172
const edge = { top: 16, right: 4, left: 38 }

/** How this customer pays: days after the due date of the last paid invoices, with their average dashed. */
export function Lollipops({ label, points, average }: LollipopsProps) {
  const { t } = useTranslation('ui')
  const [box, width] = useWidth<HTMLDivElement>()
  const days = points.map((point) => point.days)
  const ticks = axisTicks(Math.min(0, ...days), Math.max(average, ...days, 0))
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)]
  const bottom = low < 0 ? 40 : 24 // what was paid early has its number below, above the months
  const y = (value: number) => edge.top + ((high - value) / (high - low)) * (height - edge.top - bottom)
  const step = (width - edge.left - edge.right) / Math.max(points.length, 1)
  const labelled = labelledPoints(days)
  const every = step < 34 ? Math.ceil(34 / Math.max(step, 1)) : 1

  return (
    <figure ref={box} className="min-w-0">
      <figcaption className="sr-only">
        {label}. {t('lollipops.average', { count: Math.round(average) })}
        <ul>
          {points.map((point) => (
            <li key={point.id}>{point.spoken}</li>
          ))}
        </ul>
      </figcaption>
      <svg aria-hidden="true" width={width} height={height} className="block text-[0.71875rem]">
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={edge.left}
              x2={width - edge.right}
              y1={y(tick)}
              y2={y(tick)}
              stroke={tick === 0 ? 'var(--line2)' : 'var(--line)'}
            />
            <text x={edge.left - 8} y={y(tick) + 4} textAnchor="end" fill="var(--ink3)">
              {tick > 0 ? `+${tick}` : String(tick).replace('-', '\u2212')}
            </text>
          </g>
        ))}
        <line
          x1={edge.left}
          x2={width - edge.right}
          y1={y(average)}
          y2={y(average)}
          stroke="var(--ink3)"
          strokeDasharray="4 3"
        />
        {width > 0 &&
          points.map((point, index) => (
            <Lollipop
              key={point.id}
              point={point}
              x={edge.left + step * (index + 0.5)}
              top={y(point.days)}
              foot={y(0)}
              showsDays={labelled.has(index)}
              showsLabel={index % every === 0}
            />
          ))}
      </svg>
    </figure>
  )
}

interface LollipopProps {
  readonly point: LollipopPoint
  readonly x: number
  readonly top: number
  readonly foot: number
  readonly showsDays: boolean
  readonly showsLabel: boolean
}

function Lollipop({ point, x, top, foot, showsDays, showsLabel }: LollipopProps) {
  const colour = toneVariable(lateTone(point.days))
  return (
    <g>
      <title>{point.spoken}</title>
      <line x1={x} x2={x} y1={foot} y2={top} stroke={colour} strokeWidth="2" />
      <circle cx={x} cy={top} r="4.5" fill={colour} />
      {showsDays && (
        <text
          x={x}
          y={point.days < 0 ? top + 16 : top - 8}
          textAnchor="middle"
          fontWeight="600"
          fill="var(--ink)"
          stroke="var(--surface)"
          strokeWidth="3"
          paintOrder="stroke"
        >
          {point.days > 0 ? `+${point.days}` : String(point.days).replace('-', '\u2212')}
        </text>
      )}
      {showsLabel && (
        <text x={x} y={height - 6} textAnchor="middle" fill="var(--ink3)">
          {point.label}
        </text>
      )}
    </g>
  )
}
