import { escapeHtml } from '../../templates/escape-html.ts'

/** An SMS as a page to look at: its text, and nothing else. */
export const smsHtml = (text: string, language: string): string =>
  `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="color-scheme" content="light dark">\n</head>\n<body style="font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;padding:24px 16px">${escapeHtml(text)}</body>\n</html>\n`

/** « SMS (2 SMS) »: what stands in the place of a subject. */
export const smsTitle = (parts: number, language: 'fr' | 'en'): string =>
  `SMS (${language === 'fr' ? `${parts} SMS` : `${parts} text message${parts === 1 ? '' : 's'}`})`
