import { Card } from '../../ui/Card.tsx'
import { Bone, Skeleton } from '../../ui/states.tsx'

/** The page in grey: title, four figures, the table, the margin. */
export function CustomerSkeleton() {
  return (
    <Skeleton>
      <div className="grid gap-3.5 pt-3.5">
        <div className="flex items-center gap-3">
          <Bone className="size-[42px] rounded-block" />
          <span className="grid gap-2">
            <Bone className="h-5 w-56" />
            <Bone className="h-3 w-80 max-w-full" />
          </span>
        </div>
        <div className="grid gap-3.5 wide:grid-cols-[minmax(0,1fr)_352px]">
          <div className="grid gap-3.5">
            <Card padded>
              <div className="grid grid-cols-2 gap-6 md:grid-cols-4">
                {['a', 'b', 'c', 'd'].map((figure) => (
                  <span key={figure} className="grid gap-2 py-1">
                    <Bone className="h-3 w-20" />
                    <Bone className="h-5 w-28" />
                    <Bone className="h-3 w-16" />
                  </span>
                ))}
              </div>
            </Card>
            <Card padded className="h-[26rem]">
              <Bone className="h-3 w-2/3" />
            </Card>
          </div>
          <Card padded className="h-72 max-wide:hidden">
            <Bone className="h-3 w-1/2" />
          </Card>
        </div>
      </div>
    </Skeleton>
  )
}
