import { Bone, Skeleton } from '../../ui/states.tsx'

/** The shape of the page while the invoice is on its way. */
export function InvoiceSkeleton() {
  return (
    <Skeleton>
      <div className="grid gap-3.5 pt-16">
        <Bone className="h-7 w-72" />
        <Bone className="h-32 w-full" />
        <div className="grid gap-3.5 md:grid-cols-[1fr_236px]">
          <Bone className="h-96 w-full" />
          <Bone className="h-48 w-full" />
        </div>
      </div>
    </Skeleton>
  )
}
