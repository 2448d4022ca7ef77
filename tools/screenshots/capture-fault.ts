/** What is wrong with a capture, told as the rest of an operator's folder is: file, line, reason. */
import { faultLine, type Fault } from '../operator/faults'

export class CaptureFault extends Error {
  constructor(readonly fault: Fault) {
    super(faultLine(fault))
    this.name = 'CaptureFault'
  }
}

/** The fault that was thrown; anything else is thrown again. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CaptureFault) return error.fault
  throw error
}

/** Stops a command before it has written anything. */
export const nothingChanged = (faults: readonly Fault[]): Error =>
  new Error(`${faults.map(faultLine).join('\n')}\n什么都没有改。`)
