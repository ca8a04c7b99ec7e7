import type { Hook, HookSet } from '../../../src/policy/hook.ts'
import type { PolicyLayer } from '../../../src/policy/layer.ts'
import { nativeHooks } from '../../../src/policy/native-hooks.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { formatTarget, type PolicyTarget, type SourceInfo } from '../../../src/policy/target.ts'
import { parseTarget } from '../../../src/snapshot/target-parse.ts'

export const local = { userName: 'builder', host: 'ci-runner', workingDirectory: '/srv' }
export const source = (path: string): SourceInfo => ({ userName: 'builder', host: 'ci-runner', path })
export const target = (text: string): PolicyTarget => parseTarget(text, local)

/** A layer of the policy file. */
export function fileLayer(at: string, policy: Policy, hooks: HookSet = {}, more: Partial<PolicyLayer> = {}): PolicyLayer {
  return { target: target(at), origin: 'policy-file', policy, hooks, ...more }
}

/** A policy stored in the repository. */
export function storedLayer(at: string, policy: Policy): PolicyLayer {
  const place = target(at)
  return {
    target: place,
    origin: 'repository',
    policy,
    hooks: nativeHooks(policy.actions, { kind: 'repository', target: formatTarget(place) }),
  }
}

/** A hook of the policy file that runs `script`. */
export function hook(script: string): readonly [Hook] {
  return [
    {
      program: { kind: 'script', script },
      mode: 'essential',
      timeoutSeconds: 300,
      origin: { kind: 'policy-file', target: 'test', line: 1 },
      capturesRedirect: false,
    },
  ]
}

export const none: readonly [Hook] = [{ ...hook('')[0], program: { kind: 'none' } }]
