import { Bone, Skeleton } from '../states.tsx'

/** The grey shape of a table: a head and ten rows. */
export function TableSkeleton({ columns }: { readonly columns: number }) {
  return (
    <Skeleton>
      <div className="divide-y divide-line">
        {[...Array(10).keys()].map((row) => (
          <div key={row} className="flex h-9 items-center gap-6 px-4 touch:h-14">
            {[...Array(columns).keys()].map((column) => (
              <Bone key={column} className={column === 0 ? 'h-3 w-1/5' : 'h-3 flex-1'} />
            ))}
          </div>
        ))}
      </div>
    </Skeleton>
  )
}
