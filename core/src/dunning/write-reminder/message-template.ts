/** A text with variables between double braces; paragraphs are parted by an empty line. */
export interface MessageTemplate {
  readonly subject: string
  readonly body: string
}
