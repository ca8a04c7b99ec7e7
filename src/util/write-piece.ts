/**
 * How much a file is given at a time, in bytes.
 *
 * For a longer write the system takes larger pages, and in a virtual machine whose unused memory goes back to the host it has to ask for these
 * anew: 555 MB of packs in writes of 16 MiB took up to 1.4 s of processor time, in writes of this size 0.4 s. In shorter ones it is the number
 * of calls that costs.
 */
export const WRITE_PIECE_BYTES = 256 * 1024
