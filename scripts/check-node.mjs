// First step of `npm test`: says plainly when Node is too old, before anything else fails less plainly.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`CAIRN_NODE_TOO_OLD  Cairn needs Node 20.19 or later; this is ${process.versions.node}.`)
  process.exit(2)
}
