/** Refusals that the phone itself answers with, in the shape of the function's replies. */
import type { Reply } from '../ports/backend'

export type Refusal = Extract<Reply<object>, { readonly ok: false }>

export type Done = { readonly ok: true } | Refusal

export const refusal = (error: string, message: string, details: object = {}): Refusal => ({
  ...details,
  ok: false,
  error,
  message,
})

export const noNetwork = refusal('network', '现在连不上网，稍后会自动再试。')
export const needsService = refusal('forbidden', '同意把进度存一份到云端以后，才能这样做。', { need: 'service' })
export const needsSharing = refusal('forbidden', '先同意让业务员看到你的进度，才能加入。', { need: 'share-progress' })
export const needsDocuments = refusal('forbidden', '同意上传证照照片以后，才会上传。', { need: 'documents' })
export const loginFailed = refusal('unauthenticated', '微信登录没有成功，稍后会自动再试。')
export const changedHands = refusal('unauthenticated', '登录已经换了人，请重新打开再试。')
export const strangeReply = refusal('unavailable', '服务暂时不可用，什么都没有改动，请稍后再试。')

export const cancelled = refusal('cancelled', '已取消。')
export const tooManyPhotos = refusal('limit', '最多放 60 张照片，先删掉不用的再拍。')
export const noSpace = refusal('no-space', '手机存不下了。清掉一些不用的东西，再回来拍。')
export const noSuchPhoto = refusal('not-found', '这张照片已经不在了。')
export const unprepared = (error: string): Refusal => refusal(error, '没能处理好这张照片，再试一次，或者换一张。')
export const uploadCancelled = '已经停下，没有传。要传的时候再点一下。'
