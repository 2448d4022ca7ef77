/** `npm run upload`: builds the mini-program and uploads it as a development version of WeChat's back end. */
import { prepareRelease, printSizes, uploadFailure } from './release'

export async function main(): Promise<void> {
  const { ci, release, options } = await prepareRelease()
  console.log(`上传 ${release.version}：${release.description}`)
  try {
    printSizes(await ci.upload(options))
  } catch (error) {
    throw uploadFailure('上传', error)
  }
  console.log(
    `传好了。到小程序后台「管理 › 版本管理」里，把 ${release.version}（${options.robot} 号机器人）设为体验版，再提交审核。`,
  )
}
