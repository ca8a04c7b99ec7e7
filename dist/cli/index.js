#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error('CAIRN_NODE_TOO_OLD  Cairn needs Node 20.19 or later; this is ' + process.versions.node + '.')
  console.error('hint  Install a newer Node, or in a workflow add actions/setup-node before this step.')
  process.exit(2)
} else {
  const cairn = await import('../cairn/index.js')
  await cairn.cli({"version":"0.1.0","commit":"7a762ce2d44a60f9fefb3145523bdd78b14c2504"})
}
