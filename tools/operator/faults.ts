/** What is wrong with an operator's folder: which file, which line, and why, in words for whoever wrote it. */
export interface Fault {
  /** As the operator would type it, relative to where the tool runs. */
  readonly file: string
  /** From 1; 0 when the file is missing or is no text. */
  readonly line: number
  readonly reason: string
}

/** Where in a JSON value: keys and places in lists, from the root. */
export type Path = readonly (string | number)[]

export const faultLine = ({ file, line, reason }: Fault): string => `${file}${line > 0 ? `:${line}` : ''}  ${reason}`

/** Stops a build. Nothing has been written when it is thrown. */
export class OperatorFaults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    const lines = faults.map((fault) => `  ${faultLine(fault)}`)
    super([`服务商的文件有 ${faults.length} 处不对，什么都没有改：`, ...lines].join('\n'))
    this.name = 'OperatorFaults'
  }
}
