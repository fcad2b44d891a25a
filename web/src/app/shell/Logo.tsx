/** The mark: a check inside an open circle. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 28 28" className="shrink-0">
      <rect width="28" height="28" rx="8" fill="var(--accent)" />
      <g fill="none" stroke="var(--onaccent)" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M14.8 6.2A7.5 7.5 0 1 0 19.6 18.6" />
        <path d="M11.7 13.6l3.5 3.4 6.9-7.6" />
      </g>
    </svg>
  )
}
