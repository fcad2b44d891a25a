/** Names of one field, comma and space between them: `sure` needs no second look, `likely` wants one, `weak` counts only alone. */
export interface HeaderNames {
  readonly sure: string
  readonly likely?: string
  readonly weak?: string
}
