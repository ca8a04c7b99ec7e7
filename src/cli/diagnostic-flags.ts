/** Flags of every command for whoever looks into the program itself: profiles, figures, and what Kopia has for its own developers. */
import type { FlagSpec } from './command-spec.ts'

const NO_METRICS = { why: 'it exports no metrics while it runs; --metrics-store-on-exit writes those of the process' }
const ONLY_WITH_PUSH = 'Means nothing without --metrics-push-addr, which Cairn does not have. Taken for scripts written for Kopia.'
const NO_UPDATES = 'Nothing to wait for: Cairn never looks for updates. Taken for scripts written for Kopia.'
/** Values with which Kopia leaves the profile of its runtime off, or as it is. */
const PROFILE_OFF = ['0', '-1']

export const DIAGNOSTIC_FLAGS: readonly FlagSpec[] = [
  { name: 'dump-allocator-stats', env: 'KOPIA_DUMP_ALLOCATOR_STATS', isHidden: true, help: 'Say at the end what memory was used.' },
  {
    name: 'diagnostics-output-directory',
    value: 'PATH',
    isHidden: true,
    help: 'Where profiles and metrics go, in a folder for each run; default kopia-diagnostics in the temporary folder.',
  },
  {
    name: 'metrics-store-on-exit',
    isHidden: true,
    help: 'Write time and memory of the process as Prometheus metrics to a file at the end.',
  },
  { name: 'profile-store-on-exit', isHidden: true, help: 'Write a sampled profile of the heap to a file at the end.' },
  { name: 'profile-cpu', isHidden: true, help: 'Write a profile of the CPU to a file at the end.' },
  { name: 'profile-go-gc-before-dump', isHidden: true, help: 'Collect garbage before the profile of the heap is written.' },
  {
    name: 'profile-memory-rate',
    value: 'BYTES',
    isHidden: true,
    help: 'Average bytes between two samples of the heap; 0 for no profile of it. Default 524288.',
  },
  {
    name: 'profile-blocking-rate',
    value: 'N',
    isHidden: true,
    refusal: { why: 'its runtime has no profile of blocking', allows: PROFILE_OFF },
    help: 'Refused but for 0: there is no such profile.',
  },
  {
    name: 'profile-mutex-fraction',
    value: 'N',
    isHidden: true,
    refusal: { why: 'its runtime has no profile of mutexes', allows: PROFILE_OFF },
    help: 'Refused but for 0: there is no such profile.',
  },
  { name: 'metrics-listen-addr', value: 'ADDRESS', isHidden: true, refusal: NO_METRICS, help: 'Refused: Cairn serves no metrics.' },
  {
    name: 'enable-pprof',
    isHidden: true,
    refusal: { why: 'it serves no profiles; --profile-cpu and --profile-store-on-exit write them' },
    help: 'Refused: Cairn serves no profiles.',
  },
  {
    name: 'metrics-push-addr',
    value: 'ADDRESS',
    env: 'KOPIA_METRICS_PUSH_ADDR',
    isHidden: true,
    refusal: NO_METRICS,
    help: 'Refused: Cairn pushes no metrics.',
  },
  {
    name: 'metrics-push-interval',
    value: 'DURATION',
    default: '5s',
    env: 'KOPIA_METRICS_PUSH_INTERVAL',
    isHidden: true,
    help: ONLY_WITH_PUSH,
  },
  { name: 'metrics-push-job', value: 'NAME', default: 'kopia', env: 'KOPIA_METRICS_JOB', isHidden: true, help: ONLY_WITH_PUSH },
  {
    name: 'metrics-push-grouping',
    value: 'NAME:VALUE',
    isRepeated: true,
    env: 'KOPIA_METRICS_PUSH_GROUPING',
    isHidden: true,
    help: ONLY_WITH_PUSH,
  },
  { name: 'metrics-push-username', value: 'NAME', env: 'KOPIA_METRICS_PUSH_USERNAME', isHidden: true, help: ONLY_WITH_PUSH },
  { name: 'metrics-push-password', value: 'PASSWORD', env: 'KOPIA_METRICS_PUSH_PASSWORD', isHidden: true, help: ONLY_WITH_PUSH },
  {
    name: 'metrics-push-format',
    value: 'FORMAT',
    choices: ['open-metrics', 'open-metrics-0.0.1', 'proto-compact', 'proto-delim', 'proto-text', 'text'],
    env: 'KOPIA_METRICS_FORMAT',
    isHidden: true,
    help: ONLY_WITH_PUSH,
  },
  {
    name: 'otlp-trace',
    env: 'KOPIA_ENABLE_OTLP_TRACE',
    isHidden: true,
    refusal: { why: 'it sends no traces; --log-level=debug tells of every call to the storage' },
    help: 'Refused: Cairn sends no traces.',
  },
  {
    name: 'track-releasable',
    value: 'KIND',
    isRepeated: true,
    env: 'KOPIA_TRACK_RELEASABLE',
    isHidden: true,
    refusal: { why: 'it is for finding leaks in the code of Kopia' },
    help: 'Refused: it is for finding leaks in the code of Kopia.',
  },
  {
    name: 'initial-update-check-delay',
    value: 'DURATION',
    default: '24h',
    env: 'KOPIA_INITIAL_UPDATE_CHECK_DELAY',
    isHidden: true,
    help: NO_UPDATES,
  },
  {
    name: 'update-check-interval',
    value: 'DURATION',
    default: '168h',
    env: 'KOPIA_UPDATE_CHECK_INTERVAL',
    isHidden: true,
    help: NO_UPDATES,
  },
  {
    name: 'update-available-notify-interval',
    value: 'DURATION',
    default: '1h',
    env: 'KOPIA_UPDATE_NOTIFY_INTERVAL',
    isHidden: true,
    help: NO_UPDATES,
  },
]
