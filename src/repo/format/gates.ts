/** What a repository may ask of everyone who opens it (docs/repository-format.md, "Required features and upgrade lock"). */
import { CairnError } from '../../errors.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import { type CheckedObject, checkedObject } from './checked-json.ts'

const KNOWN_FEATURES: readonly string[] = ['index-v1', 'index-v2']

/** Fails with CAIRN_FORMAT_UNSUPPORTED when a feature is unknown; calls `warn` instead when the repository says that this is enough. */
export function checkRequiredFeatures(json: CheckedObject, warn: (message: string) => void): void {
  for (const entry of json.list('requiredFeatures')) {
    const required = checkedObject(entry, 'list of required features')
    const feature = required.text('feature')
    if (KNOWN_FEATURES.includes(feature)) continue
    const advice = required.object('ifNotUnderstood')
    const hint = [advice?.text('message'), advice?.text('url')].filter((each) => each !== undefined && each !== '').join(' ')
    const message = `The repository needs the feature ${JSON.stringify(feature)}, which Cairn does not know.`
    if (advice?.flag('warn') === true) warn(hint === '' ? message : `${message} ${hint}`)
    else throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', message, { hint: hint === '' ? 'Update Cairn, or use kopia.' : hint })
  }
}

/** Fails with CAIRN_REPOSITORY_LOCKED while an upgrade of the repository is under way or about to begin. */
export function checkUpgradeLock(json: CheckedObject, nowNs: bigint): void {
  const lock = json.object('upgradeLock')
  if (lock === undefined) return
  const createdNs = lock.time('creationTime') ?? 0n
  const noticeNs = lock.duration('advanceNoticeDuration')
  // How long another client may go on without having seen the lock.
  const drainNs = lock.duration('maxPermittedClockDrift') + 2n * lock.duration('ioDrainTimeout')
  const isLocked = noticeNs < drainNs || nowNs >= createdNs + noticeNs - drainNs
  if (!isLocked) return
  const said = lock.text('message')
  throw new CairnError(
    'CAIRN_REPOSITORY_LOCKED',
    `The repository is locked for an upgrade that ${lock.text('ownerID') || 'somebody'} announced at ${formatTimestamp(createdNs)}${said === '' ? '.' : `: ${said}`}`,
    { hint: 'Wait until the upgrade is over. If it was given up, its owner runs "kopia repository upgrade rollback".' },
  )
}
