/** The closed error codes of the contract, their HTTP status, and what a person reads when nothing more is known. */
export const errorCodes = {
  'bad-request': { status: 400, message: '这次发送的内容不对，请更新到最新版再试。' },
  unauthenticated: { status: 401, message: '登录已经过期，请重新打开再试。' },
  forbidden: { status: 403, message: '还没有得到同意，暂时不能这样做。' },
  'not-found': { status: 404, message: '没有找到，可能已经删除或停用。' },
  conflict: { status: 409, message: '和已有的内容冲突，请刷新后再试。' },
  clock: { status: 409, message: '手机的时间不准，正在按服务器时间重试。' },
  quota: { status: 409, message: '已经到上限，请先删除不用的照片。' },
  'too-large': { status: 413, message: '内容太大，请缩小后再试。' },
  'unsupported-media': { status: 415, message: '只支持 JPG、PNG、WebP 照片。' },
  unprocessable: { status: 422, message: '这张照片打不开，请重新拍一张。' },
  upgrade: { status: 426, message: '当前版本太旧，请更新后再试。' },
  'rate-limited': { status: 429, message: '操作太频繁，请稍等一会儿再试。' },
  internal: { status: 500, message: '服务器出错了，什么都没有改动，请稍后再试。' },
  unavailable: { status: 503, message: '服务暂时不可用，什么都没有改动，请稍后再试。' },
  'storage-full': { status: 507, message: '服务器存储已满，什么都没有改动，请联系服务商。' },
} as const

export type ErrorCode = keyof typeof errorCodes

interface Details {
  readonly [detail: string]: unknown
}
export type Refusal = { readonly ok: false; readonly error: ErrorCode; readonly message: string } & Details
export type Reply = ({ readonly ok: true } & Details) | Refusal

/** `message` replaces the code's own sentence; other details travel along. */
export const refuse = (error: ErrorCode, details: Details & { readonly message?: string } = {}): Refusal => ({
  ok: false,
  error,
  ...details,
  message: details.message ?? errorCodes[error].message,
})

export const statusOf = (reply: Reply): number =>
  reply.ok === true ? 200 : errorCodes[(reply as Refusal).error].status
