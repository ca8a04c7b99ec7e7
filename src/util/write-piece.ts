/**
 * How much a file is given at a time, in bytes.
 *
 * For a longer write the system takes larger pages, and in a virtual machine whose unused memory goes back to the host it has to ask for these
 * anew: with packs written in calls of 16 MiB an initial snapshot of 555 MB took 0.3 to 0.5 s longer. With shorter ones the main thread,
 * which writes packs, is asked too often for the next.
 */
export const WRITE_PIECE_BYTES = 1024 * 1024
