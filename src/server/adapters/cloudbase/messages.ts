/**
 * Subscribe messages by cloud call: within a cloud function WeChat knows who asks, there is no token.
 * Timers may call too (https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/triggers.md).
 */
import type { Log, Messages } from '../../core/ports'
import { outcomeOf } from '../subscribe-messages'
import { templateData, type TemplateSettings } from '../template-data'
import type { CloudSdk } from './sdk'

/** The function has no right to the interface (yet): its config names it, and is read with delay. */
const noPermission = -604101

interface Cloud {
  readonly openapi: Pick<CloudSdk['openapi'], 'subscribeMessage'>
}

export function createCloudMessages(cloud: Cloud, template: TemplateSettings, log: Log): Messages {
  return {
    async send(message) {
      try {
        await cloud.openapi.subscribeMessage.send({
          touser: message.openid,
          templateId: template.id,
          page: message.page,
          data: templateData(template, message),
          miniprogramState: 'formal',
          lang: 'zh_CN',
        })
        return 'sent'
      } catch (error) {
        const { errCode } = error as { readonly errCode?: unknown }
        if (errCode === noPermission) log.error('reminder not allowed', null, { errcode: errCode })
        else if (typeof errCode === 'number' && errCode !== 0) return outcomeOf(errCode, log)
        else log.error('reminder not answered', null, {})
        return errCode === noPermission ? 'misconfigured' : 'lost'
      }
    },
  }
}
