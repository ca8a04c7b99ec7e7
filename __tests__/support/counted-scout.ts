/** A scout in the calling thread, and what became of its lanes. */
import { inlineLane } from '../../src/snapshot/upload/scout/lane.ts'
import { FolderScout } from '../../src/snapshot/upload/scout/scout.ts'

export function countedScout(): { readonly scout: FolderScout; readonly lanes: ('open' | 'closed')[] } {
  const lanes: ('open' | 'closed')[] = []
  const scout = new FolderScout((listener) => {
    const lane = inlineLane(listener)
    const at = lanes.push('open') - 1
    return {
      ...lane,
      close: async () => {
        lanes[at] = 'closed'
      },
    }
  })
  return { scout, lanes }
}
