// Writes schema/policy.schema.json from the tables of src/policyfile/schema.ts. Run `npx tsc` first: it reads lib/.
import { mkdirSync, writeFileSync } from 'node:fs'
import { policyJsonSchemaText } from '../lib/policyfile/json-schema.js'

mkdirSync(new URL('../schema/', import.meta.url), { recursive: true })
writeFileSync(new URL('../schema/policy.schema.json', import.meta.url), policyJsonSchemaText())
