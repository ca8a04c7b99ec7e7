/** The times that a snapshot is recorded with: the real ones, or others that the user gave. */

export interface SnapshotTimes {
  readonly startTimeNs: bigint
  readonly endTimeNs: bigint
}

/** Of two given times each replaces its own; one alone moves the other as well, so that the snapshot lasts as long as it did. */
export function recordedTimes(
  real: SnapshotTimes,
  given: { readonly startTimeNs: bigint | undefined; readonly endTimeNs: bigint | undefined } | undefined,
): SnapshotTimes {
  const { startTimeNs, endTimeNs } = given ?? {}
  const durationNs = real.endTimeNs - real.startTimeNs
  if (startTimeNs !== undefined) return { startTimeNs, endTimeNs: endTimeNs ?? startTimeNs + durationNs }
  return endTimeNs === undefined ? real : { startTimeNs: endTimeNs - durationNs, endTimeNs }
}
