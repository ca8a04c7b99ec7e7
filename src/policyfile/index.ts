/** The front door of this room: what commands and faces may use. */
export { splitCommandString } from './command-string.ts'
export { type ConsentDecision, type ConsentQuestion, decideConsent, type HookUse } from './consent.ts'
export {
  DIAGNOSTIC_TITLES,
  type Diagnostic,
  type DiagnosticCode,
  formatDiagnostic,
  hasErrors,
  type Severity,
  type SourceRange,
} from './diagnostic.ts'
export { policyJsonSchemaText } from './json-schema.ts'
export { type LoadedPolicyFile, type LoadOptions, loadPolicyFile, requirePolicyFile, workspaceRootOf } from './load.ts'
export { actionFromHook, type ExportedAction, foldPrologue } from './native.ts'
export { parsePolicyFile } from './parse.ts'
export { effectiveSources } from './places.ts'
export type {
  FileDefaults,
  FileIdentity,
  FileLayer,
  FileSource,
  FileTarget,
  ParsedPolicyFile,
  ParsePolicyFileOptions,
  PathSource,
  PolicyFile,
  ResolvedIdentity,
  StreamSource,
} from './policy-file.ts'
export { mergeIdentity, resolveTarget, resolveTargets } from './targets.ts'
export { type EventFacts, eventFacts, judgeTrust, type Trust } from './trust.ts'
