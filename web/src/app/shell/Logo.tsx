/** The mark: a check inside an open circle. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 28 28" className="shrink-0">
      <rect width="28" height="28" rx="8" fill="var(--accent)" />
      <g fill="none" stroke="var(--onaccent)" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M19.2 8.2A7.4 7.4 0 1 0 21.4 14" />
        <path d="M10.6 13.4l3.3 3.3 6.5-6.7" />
      </g>
    </svg>
  )
}
