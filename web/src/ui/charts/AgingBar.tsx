import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cx } from '../class-names.ts'
import { fill, type LateTone } from '../tones.ts'

export interface AgingSlice {
  readonly tone: LateTone
  /** 1 à 30 jours */
  readonly label: string
  /** In the smallest unit; only proportions are drawn. */
  readonly amount: number
  /** In words, for the table and the reader: « 71 204,30 € ». */
  readonly shownAmount: string
  /** The list behind it. */
  readonly link?: LinkProps | undefined
  /** More cells of the table row, in the order of `columns`. */
  readonly cells?: readonly ReactNode[]
}

/** Receivables by age, stacked, 2 px apart. Goes with `AgingTable`: the bar alone is only a picture. */
export function AgingBar({ slices, label }: { readonly slices: readonly AgingSlice[]; readonly label: string }) {
  const shown = slices.filter((slice) => slice.amount > 0)
  const spoken = `${label} : ${shown.map((slice) => `${slice.label} ${slice.shownAmount}`).join(', ')}`
  return (
    <div role="img" aria-label={spoken} className="flex h-[26px] gap-[2px] overflow-hidden rounded-[5px]">
      {shown.length === 0 && <span className="flex-1 bg-neutralbg" />}
      {shown.map((slice) => (
        <span
          key={slice.tone}
          title={`${slice.label} : ${slice.shownAmount}`}
          className={cx('min-w-1 rounded-[3px]', fill[slice.tone])}
          style={{ flexGrow: slice.amount, flexBasis: 0 }}
        />
      ))}
    </div>
  )
}

export interface AgingTableProps {
  readonly slices: readonly AgingSlice[]
  readonly caption: string
  /** Ancienneté, Montant, then the titles of `cells`. */
  readonly columns: readonly string[]
}

/** The same slices as a table, each opening its list. */
export function AgingTable({ slices, caption, columns }: AgingTableProps) {
  return (
    <table className="w-full text-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-left text-[0.75rem] text-ink3">
          {columns.map((column, index) => (
            <th
              key={column}
              scope="col"
              className={cx('h-9 px-4 font-medium', index > 0 && 'text-right', index > 1 && 'max-md:hidden')}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slices.map((slice) => (
          <tr key={slice.tone} className="border-t border-line">
            <th scope="row" className="h-9 px-4 text-left font-regular">
              <span className="inline-flex items-center gap-2">
                <span aria-hidden="true" className={cx('size-2.5 rounded-[3px]', fill[slice.tone])} />
                {slice.link ? (
                  <Link {...slice.link} className="rounded-check hover:underline">
                    {slice.label}
                  </Link>
                ) : (
                  slice.label
                )}
              </span>
            </th>
            <td className="figures px-4 text-right font-semibold">{slice.shownAmount}</td>
            {slice.cells?.map((cell, index) => (
              <td key={columns[index + 2]} className="figures px-4 text-right text-ink2 max-md:hidden">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
