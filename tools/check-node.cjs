// Plain old JavaScript on purpose: it must run on the Node that is too old.
var parts = process.versions.node.split('.').map(Number)
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error('需要 Node 20.19 或更新的版本，现在是 ' + process.versions.node + '。请到 nodejs.org 安装后再试。')
  process.exit(1)
}
