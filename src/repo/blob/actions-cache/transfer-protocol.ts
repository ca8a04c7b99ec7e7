/** What is said between Cairn and the process that transfers entries (docs/backends/actions-cache.md, "Transfers"). */

/** Argument that turns the bundle into the process that transfers cache entries. */
export const CACHE_TRANSFER_ARGUMENT = '--cairn-cache-transfer'

export interface TransferRequest {
  readonly kind: 'restore' | 'save'
  readonly key: string
}

export interface TransferResult {
  /** The key of what was restored; undefined when the client said that there is nothing. */
  readonly restored?: string
  /** Whether the client says that the entry was saved. */
  readonly saved?: boolean
  /** What the client threw; it does so for wrong arguments and missing variables only. */
  readonly thrown?: string
  /** What the client and the programs it started printed last. */
  readonly lines: readonly string[]
}
