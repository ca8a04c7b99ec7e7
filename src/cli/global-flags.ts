/** Flags that every command takes, before or after its name. */
import type { FlagSpec } from './command-spec.ts'

export const GLOBAL_FLAGS: readonly FlagSpec[] = [
  { name: 'config-file', value: 'PATH', env: 'KOPIA_CONFIG_PATH', help: "Connection file, the same as Kopia's." },
  {
    name: 'password',
    short: 'p',
    value: 'PASSWORD',
    help: 'Repository password. Other users of the machine can see it: prefer $KOPIA_PASSWORD.',
  },
  {
    name: 'persist-credentials',
    isNegatable: true,
    env: 'KOPIA_PERSIST_CREDENTIALS_ON_CONNECT',
    help: 'Keep the password in a file beside the connection file.',
  },
  { name: 'progress', isNegatable: true, default: true, help: 'Show progress.' },
  {
    name: 'log-level',
    value: 'LEVEL',
    choices: ['debug', 'info', 'warning', 'error'],
    default: 'info',
    help: 'What is shown on the terminal.',
  },
  { name: 'verbose', help: 'The same as --log-level=debug.' },
]
