import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Theme = Readonly<Record<string, string>>
type Pair = readonly [text: string, ground: string, least: number]

const css = readFileSync(new URL('../web/src/app/styles/tokens.css', import.meta.url), 'utf8')

function themeOf(selector: string): Theme {
  const start = css.indexOf(`${selector} {`)
  const block = start < 0 ? '' : css.slice(start, css.indexOf('\n}', start))
  return Object.fromEntries([...block.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]))
}

// Relative luminance and contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const every = (texts: string[], grounds: string[], least: number): Pair[] =>
  texts.flatMap((text) => grounds.map((ground): Pair => [text, ground, least]))
const buckets = [0, 1, 2, 3, 4]

const pairs: Pair[] = [
  ...every(['ink', 'ink2', 'ink3'], ['canvas', 'surface', 'sunken', 'sidebar', 'neutralbg', 'accentbg', 'raised'], 4.5),
  ...every(['accent'], ['canvas', 'surface', 'sidebar', 'accentbg', 'sunken', 'raised'], 4.5),
  ...every(['onaccent'], ['accent', 'accenth'], 4.5),
  ...every(['onfloating'], ['floating'], 4.5),
  ...['paid', 'warn', 'danger', 'promise', 'dispute'].flatMap((status): Pair[] => [
    [status, `${status}bg`, 4.5],
    [status, 'surface', 4.5],
    ['ink2', `${status}bg`, 4.5],
  ]),
  ...buckets.flatMap((n): Pair[] => [
    [`a${n}t`, `a${n}b`, 4.5],
    [`a${n}t`, 'surface', 4.5],
    [`a${n}`, 'surface', 3],
  ]),
  ...every(['control', 'focus'], ['surface', 'canvas'], 3),
]

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
])('the %s theme', (_name, selector) => {
  const theme = themeOf(selector)

  it.each(pairs)('%s reads on %s at %d to 1 or better', (text, ground, least) => {
    expect(theme, `${text} is not a six-digit colour of this theme`).toHaveProperty(text)
    expect(theme, `${ground} is not a six-digit colour of this theme`).toHaveProperty(ground)
    expect(contrast(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(least)
  })
})

describe('the two themes', () => {
  it('name the same colours', () => {
    expect(Object.keys(themeOf(':root[data-theme="dark"]')).sort()).toEqual(Object.keys(themeOf(':root')).sort())
  })
})
