/**
 * A webpack loader for packages written for newer engines than the phones we build for (iOS 13,
 * Chrome 80): lowers their syntax, and replaces `Object.hasOwn`, which @noble/hashes calls while loading.
 */
const { transform } = require('esbuild')

module.exports = async function olderPhones(source) {
  const { code } = await transform(source, { target: 'es2019', charset: 'utf8' })
  return code.replaceAll('Object.hasOwn(', 'Object.prototype.hasOwnProperty.call(')
}
