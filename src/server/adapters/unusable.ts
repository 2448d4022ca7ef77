/** The message is a sentence for the operator: something is there, but must not or cannot be used as it is. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
