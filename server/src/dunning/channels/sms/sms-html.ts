import type { Language } from '@quittance/core/money/format-money.ts'
import { escapeHtml } from '../../templates/escape-html.ts'

const look = `:root{color-scheme:light dark}
body{margin:0;padding:24px 16px;font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px}
p{box-sizing:border-box;width:fit-content;max-width:320px;margin:0;padding:10px 14px;border-radius:18px 18px 18px 4px;background:light-dark(#e8eaee,#2d3138);color:light-dark(#16191f,#eceef2);overflow-wrap:anywhere}`

/** An SMS as a page to look at: its text as a phone shows it, and nothing else. */
export const smsHtml = (text: string, language: string): string =>
  `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="color-scheme" content="light dark">\n<style>${look}</style>\n</head>\n<body><p>${escapeHtml(text)}</p></body>\n</html>\n`

/** « SMS, 2 parties »: what stands in the place of a subject. */
export const smsTitle = (parts: number, language: Language): string =>
  `SMS, ${parts} ${language === 'fr' ? `partie${parts > 1 ? 's' : ''}` : `part${parts === 1 ? '' : 's'}`}`
