/** Names of variables that hooks get never, or only with the caller's consent (docs/hooks.md, "Environment"). */

// Nobody can let these through: the repository's password, the runner's tokens, and the files by which a process commands the runner.
const NEVER = [
  /^(KOPIA|CAIRN)_.*(PASSWORD|PASSPHRASE|SECRET|TOKEN|KEY)/,
  /^ACTIONS_/,
  /^(INPUT|STATE)_/,
  /^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|ACTION_PATH|EVENT_PATH)$/,
  /^RUNNER_TRACKING_ID$/,
]

// Keys of clouds and platforms. Only a name in `secrets` that the caller allows as well lets one through.
const DOOR_KEYS = [
  /^(AWS|AMAZON|AZURE|ARM|GOOGLE|GCP|GCLOUD|CLOUDSDK|B2|BACKBLAZE|WASABI|MINIO|S3|DIGITALOCEAN|HCLOUD|OS|SWIFT|RCLONE)_/,
  /^(GITHUB|GH|GITLAB|NPM|NODE_AUTH|DOCKER|CODECOV|SONAR|VAULT|CLOUDFLARE|CF|HEROKU|SLACK|ALIYUN|ALIBABA)_(.*_)?(TOKEN|PAT|KEY|SECRET|PASSWORD|ID_TOKEN)$/,
  /^(NODE_AUTH_TOKEN|KUBECONFIG|SSH_AUTH_SOCK|SSH_AGENT_PID|GPG_AGENT_INFO|RESTIC_PASSWORD.*|BORG_PASSPHRASE|BORG_PASSCOMMAND)$/,
]

// Says where something is, and opens nothing.
const PLACE = /_(REGION|LOCATION|ZONE|BUCKET|PROJECT|PROJECT_ID|ENDPOINT|ENDPOINT_URL|STORAGE_ACCOUNT)$/

// Sounds like a credential: `env-allow` in a policy file, which anybody may propose in a pull request, is not enough.
const CREDENTIAL_LIKE =
  /(PASSWORD|PASSWD|PASSPHRASE|PASSCODE|_PWD$|^PWD_|_PASS$|SECRET|TOKEN|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|ACCOUNT_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|SSH_?KEY|_KEY$|_PAT$|_SAS$|SAS_|CONNECTION_?STRING|(^|_)AUTH(_|$)|COOKIE|WEBHOOK|_DSN$|DATABASE_URL)/

/** Whether no policy file and no caller can give `name` to a hook. */
export function isNeverAllowed(name: string): boolean {
  const upper = name.toUpperCase()
  return NEVER.some((pattern) => pattern.test(upper))
}

/** Whether `name` is given to a hook only by `secrets` with the caller's consent. */
export function isCredentialLike(name: string): boolean {
  return isDoorKey(name) || CREDENTIAL_LIKE.test(name.toUpperCase())
}

/** Whether `name` belongs to a cloud or a platform and may open it. */
export function isDoorKey(name: string): boolean {
  const upper = name.toUpperCase()
  return DOOR_KEYS.some((pattern) => pattern.test(upper)) && (!PLACE.test(upper) || CREDENTIAL_LIKE.test(upper))
}
