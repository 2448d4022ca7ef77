/**
 * WeChat's one-time subscribe messages (POST /cgi-bin/message/subscribe/send), as the operator's template
 * wants them. https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
import type { Log, Messages, SendOutcome } from '../core/ports'
import { templateData, type TemplateSettings } from './template-data'
import type { AccessAnswer, WechatAccess } from './wechat-access'

export function createSubscribeMessages(access: WechatAccess, template: TemplateSettings, log: Log): Messages {
  return {
    async send(message) {
      const answer = await access.post('/cgi-bin/message/subscribe/send', {
        touser: message.openid,
        template_id: template.id,
        page: message.page,
        data: templateData(template, message),
        miniprogram_state: 'formal',
        lang: 'zh_CN',
      })
      return judged(answer, log)
    },
  }
}

function judged(answer: AccessAnswer, log: Log): SendOutcome {
  if (answer.kind === 'json') return outcomeOf(answer.json.errcode, log)
  // Unreadable or late: it may have been sent, and a second one would use up another reminder's consent.
  const outcome = answer.kind === 'unknown' || answer.kind === 'bytes' ? 'lost' : 'later'
  log.error('reminder not answered', null, { kind: answer.kind })
  return outcome
}

/**
 * 43101: the person does not want it, or took the consent back; 40003: nobody by that openid.
 * 47003, 40037, 41030: a wrong field, template or page; -1 busy, 45009 quota, 40001 and the like: later.
 */
export function outcomeOf(errcode: unknown, log: Log): SendOutcome {
  if (errcode === 0) return 'sent'
  if (errcode === 43101 || errcode === 40003) return 'refused'
  log.error('reminder refused by wechat', null, { errcode: typeof errcode === 'number' ? errcode : null })
  return errcode === 47003 || errcode === 40037 || errcode === 41030 ? 'misconfigured' : 'later'
}
