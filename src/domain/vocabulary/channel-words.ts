/** What the ways on which messages leave the house are called, and what becomes of a delivery. */
import type { Channel, DeliveryState, HotlineAnswerKind, WebhookKind } from '../words.js';
import { word, type Word } from './word.js';

export const CHANNEL_WORDS = {
  email: word('电子邮件', 'E-mail', '经单位的邮件服务器送达。', 'Sent through the mail server of the office.'),
  wecom: word(
    '企业微信',
    'WeCom',
    '经企业微信自建应用发给本人。',
    'Sent to the person by the office’s own app in WeCom.',
  ),
  dingtalk: word('钉钉', 'DingTalk', '经钉钉工作通知发给本人。', 'Sent to the person as a work notice of DingTalk.'),
  sms: word('短信', 'Text message', '经短信网关发到手机。', 'Sent to the mobile phone through a gateway.'),
  push: word('推送', 'Push', '由浏览器或手机系统弹出提示。', 'Shown by the browser or the phone.'),
} satisfies Record<Channel, Word>;

export const WEBHOOK_KIND_WORDS = {
  standard: word(
    '其他系统',
    'Other system',
    '带签名推送给其他系统，可验真伪、可辨重复。',
    'Signed as Standard Webhooks say, for another system.',
  ),
  wecomRobot: word('企业微信群机器人', 'WeCom group robot', '发到企业微信群里。', 'Posts into a group chat of WeCom.'),
  dingtalkRobot: word('钉钉群机器人', 'DingTalk group robot', '发到钉钉群里。', 'Posts into a group chat of DingTalk.'),
} satisfies Record<WebhookKind, Word>;

export const DELIVERY_STATE_WORDS = {
  queued: word('待发送', 'Waiting', '还没有发出，或等待重试。', 'Not sent yet, or waiting for another attempt.'),
  sent: word('已发送', 'Sent', '对方的服务器已接收。', 'The other side’s server took it.'),
  dropped: word('不再发送', 'Dropped', '发出之前已不必再告知。', 'Did not hold any more when its turn came.'),
  dead: word(
    '发送失败',
    'Failed',
    '多次重试仍未发出，等待管理员处理。',
    'Could not be sent; waits for the administrator.',
  ),
} satisfies Record<DeliveryState, Word>;

export const HOTLINE_ANSWER_WORDS = {
  interim: word(
    '阶段性答复',
    'Interim answer',
    '办理中告知热线平台的进展。',
    'Tells a hotline platform how far the case is while it is open.',
  ),
  final: word('最终答复', 'Final answer', '办结后告知热线平台的结果。', 'Tells a hotline platform how the case ended.'),
} satisfies Record<HotlineAnswerKind, Word>;
