/** Flags that say what a new repository is made of: those of Kopia. */
import type { FlagSpec } from '../command-spec.ts'

export const FORMAT_FLAGS: readonly FlagSpec[] = [
  { name: 'block-hash', value: 'NAME', help: 'Hash that names contents; default HMAC-SHA256-128.' },
  { name: 'encryption', value: 'NAME', help: 'Cipher; default AES256-GCM-HMAC-SHA256.' },
  { name: 'ecc', value: 'NAME', help: 'Error correction, when there is overhead for it; REED-SOLOMON-CRC32.' },
  { name: 'ecc-overhead-percent', value: 'PERCENT', help: 'Space to give to error correction, 0 to 100; default 0, which is none.' },
  { name: 'object-splitter', value: 'NAME', help: 'How large files are cut; default DYNAMIC-4M-BUZHASH.' },
  { name: 'format-version', value: 'VERSION', help: 'Format version: 1, 2 or 3; default 3.' },
  {
    name: 'retention-mode',
    value: 'MODE',
    choices: ['GOVERNANCE', 'COMPLIANCE'],
    help: 'Object lock of the blobs, where the storage has it.',
  },
  { name: 'retention-period', value: 'DURATION', help: 'How long the storage keeps every blob, such as 720h.' },
  {
    name: 'format-block-key-derivation-algorithm',
    value: 'NAME',
    help: 'How the key is derived from the password; default scrypt-65536-8-1.',
  },
]
