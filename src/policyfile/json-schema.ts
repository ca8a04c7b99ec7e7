/** The JSON schema of the policy file, for editors; made from the tables of schema.ts. */
import {
  type Field,
  type FieldTable,
  HOOK_FIELDS,
  kebab,
  POLICY_FIELDS,
  PROGRAM_FIELDS,
  type Shape,
  STREAM_FIELDS,
  TOP_FIELDS,
} from './schema.ts'

/** A JSON schema as plain JSON. */
export type JsonSchema = { readonly [key: string]: unknown }

const TEXT: JsonSchema = { type: 'string' }
const TEXTS: JsonSchema = { type: 'array', items: TEXT }
const NAMES: JsonSchema = { type: 'array', items: { type: 'string', pattern: '^(?!KOPIA_)[A-Za-z_][A-Za-z0-9_]*$' } }
const SIZE_TEXT: JsonSchema = { type: 'string', pattern: '^\\d+ ?([KMGT]?i?B)?$' }
const DURATION_TEXT: JsonSchema = { type: 'string', pattern: '^(\\d+|(\\d+[smh])+)$' }

/** The whole schema (draft 7, which every editor knows). */
export function policyJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Cairn policy file',
    description: 'Policies and hooks for snapshots, usually .github/cairn.yml. A Kopia export without `version` is read as well.',
    ...tableSchema(TOP_FIELDS),
    required: ['version'],
    definitions: {
      policy: tableSchema(POLICY_FIELDS),
      hook: hookSchema(HOOK_FIELDS, PROGRAM_FIELDS),
      stream: { ...hookSchema(STREAM_FIELDS, ['run', 'command']), required: ['stream'] },
    },
  }
}

function tableSchema(table: FieldTable): JsonSchema {
  const properties: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(table)) {
    const schema = fieldSchema(field)
    properties[name] = schema
    if (kebab(name) !== name) properties[kebab(name)] = schema
  }
  return { type: 'object', additionalProperties: false, properties }
}

function hookSchema(table: FieldTable, programs: readonly string[]): JsonSchema {
  return { ...tableSchema(table), oneOf: programs.map((name) => ({ required: [name] })) }
}

function fieldSchema(field: Field): JsonSchema {
  const description = field.absent === undefined ? field.doc : `${field.doc} Default: ${field.absent}.`
  return { description, ...shapeSchema(field.shape) }
}

function shapeSchema(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'boolean':
      return { type: 'boolean' }
    case 'count':
      return { type: 'integer', minimum: shape.least ?? 0, ...(shape.most === undefined ? {} : { maximum: shape.most }) }
    case 'size':
      return { anyOf: [{ type: 'integer', minimum: 0 }, SIZE_TEXT] }
    case 'duration':
      return { anyOf: [{ type: 'integer', minimum: 1 }, DURATION_TEXT] }
    case 'text':
      return TEXT
    case 'words':
      return { enum: shape.words }
    case 'texts':
    case 'crons':
      return TEXTS
    case 'wordList':
      return { type: 'array', items: { enum: shape.words } }
    case 'names':
      return NAMES
    case 'variables':
      return {
        type: 'object',
        additionalProperties: { type: ['string', 'integer', 'boolean'] },
        propertyNames: { pattern: '^(?!KOPIA_)[A-Za-z_][A-Za-z0-9_]*$' },
      }
    case 'times':
      return { type: 'array', items: { anyOf: [{ type: 'string', pattern: '^\\d{1,2}:\\d{2}$' }, TIME] } }
    case 'numbered':
      return { enum: [...shape.words, ...shape.words.keys()] }
    case 'group':
      return groupSchema(shape)
    case 'hook':
      return {
        anyOf: [
          ...(shape.phase === 'root' ? [{ const: 'none' }] : []),
          { $ref: '#/definitions/hook' },
          { type: 'array', minItems: 1, items: { $ref: '#/definitions/hook' } },
        ],
      }
    case 'steps':
      return { type: 'array', items: { $ref: '#/definitions/hook' } }
    case 'sources':
      return { type: 'array', minItems: 1, items: { anyOf: [TEXT, { $ref: '#/definitions/stream' }] } }
    case 'policies':
      return { type: ['object', 'null'], additionalProperties: { anyOf: [{ $ref: '#/definitions/policy' }, { type: 'null' }] } }
    case 'version':
      return { const: 1 }
  }
}

const TIME: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { hour: { type: 'integer', minimum: 0, maximum: 23 }, min: { type: 'integer', minimum: 0, maximum: 59 } },
}

function groupSchema(shape: Extract<Shape, { kind: 'group' }>): JsonSchema {
  const short = shape.short === undefined ? undefined : shape.fields[shape.short]
  const forms: JsonSchema[] = [tableSchema(shape.fields), { type: 'null' }]
  if (short !== undefined) forms.unshift(shapeSchema(short.shape))
  return { anyOf: forms }
}

/** The text of schema/policy.schema.json. */
export function policyJsonSchemaText(): string {
  return `${JSON.stringify(policyJsonSchema(), undefined, 2)}\n`
}
