import { useLanguage } from './use-language.ts'
import { writeCount } from './write-count.ts'

/** Writes whole numbers as people read them, in the reader's language. */
export function useCount(): (count: number) => string {
  const language = useLanguage()
  return (count) => writeCount(count, language)
}
