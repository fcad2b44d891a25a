// Runs before the first paint, so that nobody sees a flash of the other theme. A file of its own, not an inline
// script: the content security policy may then refuse inline scripts. Mirrors web/src/app/theme.ts and locale.ts.
;(() => {
  const stored = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // storage refused by the browser: system theme, French
    }
  }
  const choice = stored('quittance.theme')
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  const language = stored('quittance.language')
  if (language) document.documentElement.lang = language
})()
