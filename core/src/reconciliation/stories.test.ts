import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStories } from '../testing/story.ts'
import { runStory } from './testing/run-story.ts'

const folder = join(import.meta.dirname, 'stories')

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  const stories = readStories(readFileSync(join(folder, file), 'utf8'))
  describe(file, () => {
    it('tells stories, each with a title of its own', () => {
      expect(stories.length).toBeGreaterThan(0)
      expect(new Set(stories.map((story) => story.title)).size).toBe(stories.length)
    })
    for (const story of stories) {
      it(story.title, () => {
        expect(runStory(story).join('\n')).toBe('')
      })
    }
  })
}
