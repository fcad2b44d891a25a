/** The beginning of a text, at most so many characters: a sign made of two is kept whole or left out, for no database takes its half. */
export function cutText(text: string, most: number): string {
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most)
}
