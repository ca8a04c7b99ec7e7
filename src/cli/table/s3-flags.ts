/** Flags that say which bucket of S3 holds a repository, and how it is reached: those of Kopia. */
import type { FlagSpec } from '../command-spec.ts'
import { SPEED_FLAGS } from './connect-flags.ts'

export const S3_FLAGS: readonly FlagSpec[] = [
  { name: 'bucket', value: 'NAME', help: 'Name of the bucket.' },
  { name: 'endpoint', value: 'HOST', help: 'Host of the store, with a port where it is not the usual one; default s3.amazonaws.com.' },
  { name: 'region', value: 'REGION', help: 'Region of the bucket; default AWS_REGION, else the one that the store names.' },
  {
    name: 'access-key',
    value: 'ID',
    env: 'AWS_ACCESS_KEY_ID',
    help: 'Access key. Without one the credentials of the workflow or of the machine are used.',
  },
  {
    name: 'secret-access-key',
    value: 'SECRET',
    env: 'AWS_SECRET_ACCESS_KEY',
    help: 'Its secret; kept in the connection file. Other users of the machine can see the flag: prefer the variable.',
  },
  { name: 'session-token', value: 'TOKEN', env: 'AWS_SESSION_TOKEN', help: 'Its token, when the key is a temporary one.' },
  { name: 'prefix', value: 'TEXT', help: 'What the names of all objects begin with; end it with a slash to have a folder.' },
  { name: 'disable-tls', isNegatable: true, help: 'Use plain HTTP.' },
  { name: 'disable-tls-verification', isNegatable: true, help: "Do not check the server's certificate." },
  ...SPEED_FLAGS,
  {
    name: 'point-in-time',
    value: 'TIME',
    help: 'See the bucket, which has to keep versions, as it was then (2026-11-23T13:00:00Z). Not for create.',
  },
  {
    name: 'root-ca-pem-base64',
    value: 'TEXT',
    env: 'ROOT_CA_PEM_BASE64',
    help: 'Certificate authority to trust, as base64 of a PEM file.',
  },
  { name: 'root-ca-pem-path', value: 'PATH', help: 'The same, as a file.' },
]
