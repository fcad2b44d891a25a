import { Select } from '../ui/form/Select.tsx'

export interface PersonSelectProps {
  readonly label: string
  readonly people: readonly { readonly id: number; readonly name: string }[]
  readonly value: number | null
  readonly onChange: (id: number) => void
}

/** One of the people who can be given something. */
export function PersonSelect({ label, people, value, onChange }: PersonSelectProps) {
  return (
    <Select
      label={label}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(Number(id))}
      options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
    />
  )
}
