import { describe, expect, it } from 'vitest'
import { textOfHtml } from './text-of-html.ts'

describe('what HTML says', () => {
  it('is its words, a paragraph a line', () => {
    expect(textOfHtml('<p>Bonjour,</p><p>Le <b>virement</b> part&nbsp;demain&nbsp;&#58; 4&#x20;280&euro;</p>')).toBe(
      'Bonjour,\n\nLe virement part demain : 4 280€',
    )
  })
  it('marks what it quotes', () => {
    expect(textOfHtml('Oui<blockquote>Non<blockquote>Si</blockquote></blockquote>Fin')).toBe('Oui\n> Non\n> > Si\nFin')
  })
  it('is neither style nor script nor comment', () => {
    expect(textOfHtml('<style>p{}</style><script>x()</script><!-- <p>non</p> --><p>oui</p>')).toBe('oui')
  })
  it('keeps a sign that begins no tag, and stops where a tag never ends', () => {
    expect(textOfHtml('a &lt; b &amp; c<br>d')).toBe('a < b & c\nd')
    expect(textOfHtml('avant <div après')).toBe('avant')
  })
  it('of a hundred thousand levels is read in a time that grows with its length', () => {
    expect(textOfHtml(`${'<blockquote>'.repeat(100_000)}fond`)).toContain('fond')
  })
})
