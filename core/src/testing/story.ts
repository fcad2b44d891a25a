import { type CalendarDate, parseIsoDate } from '../calendar/calendar-date.ts'
import { assert } from '../money/assert.ts'

/**
 * A story: prose for the reader, and a ```story block that is run. Undated lines say how things stand at the start;
 * `DATE  what happens  -> what is expected` follows, day by day, either half optional.
 */
export interface Story {
  /** The nearest heading above the block. */
  readonly title: string
  readonly start: readonly string[]
  readonly days: readonly StoryDay[]
}

/** One line of a story. `line` counts from 1 in the file. */
export interface StoryDay {
  readonly line: number
  readonly on: CalendarDate
  readonly event: string | null
  readonly expected: string | null
}

const datedLine = /^(\d{4}-\d{2}-\d{2})\s*(.*)$/

/** Every story of a Markdown file; throws, with the line, on one that cannot be read. */
export function readStories(markdown: string): Story[] {
  const stories: Story[] = []
  let title = ''
  let block: { start: string[]; days: StoryDay[] } | null = null
  markdown.split(/\r?\n/).forEach((raw, index) => {
    const text = raw.trim()
    if (text.startsWith('```')) {
      if (block) stories.push({ title, ...block })
      block = !block && text === '```story' ? { start: [], days: [] } : null
    } else if (block) readLine(text, index + 1, block)
    else if (text.startsWith('#')) title = text.replace(/^#+\s*/, '')
  })
  assert(block === null, `the story "${title}" does not end`)
  return stories
}

function readLine(text: string, line: number, block: { start: string[]; days: StoryDay[] }): void {
  if (text === '') return
  const dated = datedLine.exec(text)
  if (!dated) {
    assert(block.days.length === 0, `line ${line}: "${text}" has no day`)
    block.start.push(text)
    return
  }
  const on = parseIsoDate(dated[1] ?? '')
  assert(on !== undefined, `line ${line}: ${dated[1]} does not exist`)
  const [event = '', expected = null] = (dated[2] ?? '').split(/\s*->\s*/)
  block.days.push({ line, on, event: event.trim() || null, expected })
}
