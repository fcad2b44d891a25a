import { IconArrowsSort } from '@tabler/icons-react'
import { FilterSelect } from './Filters.tsx'

export interface SortSelectProps<By extends string, Way extends string> {
  readonly label: string
  /** What the list is sorted by, and which way, in the words of the address. */
  readonly tri: By
  readonly sens: Way
  readonly orders: readonly `${By}-${Way}`[]
  readonly words: (order: `${By}-${Way}`) => string
  readonly onChange: (order: { readonly tri: By; readonly sens: Way }) => void
}

/** The order of a list, chosen where the filters are. */
export function SortSelect<By extends string, Way extends string>(props: SortSelectProps<By, Way>) {
  const { label, tri, sens, orders, words, onChange } = props
  return (
    <FilterSelect
      name={label}
      icon={IconArrowsSort}
      nameHidden
      value={`${tri}-${sens}` as const}
      onChange={(order) => {
        const [by, way] = order.split('-') as [By, Way]
        onChange({ tri: by, sens: way })
      }}
      options={orders.map((order) => ({ value: order, label: words(order) }))}
    />
  )
}
