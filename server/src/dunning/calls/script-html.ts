import { escapeHtml } from '../templates/escape-html.ts'

/** What to say, as a page to look at: one numbered line each, and nothing else. */
export const scriptHtml = (lines: readonly string[], language: string): string =>
  `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="color-scheme" content="light dark">\n</head>\n<body style="font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;padding:16px"><ol style="margin:0;padding-left:24px">${lines.map((line) => `<li style="margin-bottom:10px">${escapeHtml(line)}</li>`).join('')}</ol></body>\n</html>\n`
