/** The channels as an administrator sets them and sees them run; a secret goes in and never comes back. */
import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS, type Channel } from '../domain/words.js';
import { Flag, InstantField, ListOf, ObjectOf, OneOf, Secret, Text, Texts, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

const MANY = 1_000_000_000;
const ADDRESS = { max: 500, pattern: /^https?:\/\/[^\s]+$/ };

/** On or off, and whether orders fall back on it: what every channel has. */
class ChannelSwitch {
  @Flag({ description: 'Messages go out here' }) enabled: boolean;
  @Flag({
    description: 'Orders go out here for whoever chose nothing that works; one channel at most, the last one set',
  })
  isDefault: boolean;
}

class EmailFields extends ChannelSwitch {
  @Text({ max: 200, pattern: /^[A-Za-z0-9.:_-]+$/, example: 'mail.example.gov.cn' }) host: string;
  @Whole({ min: 1, max: 65_535, example: 465 }) port: number;
  @OneOf(['tls', 'starttls', 'none'], {
    name: 'MailSecurity',
    description: '`tls` from the first byte (465), `starttls` required (587), `none` only inside the office',
  })
  security: 'tls' | 'starttls' | 'none';
  @Text({ max: 200, nullable: true, description: 'Null: the server asks for none' }) username: string | null;
  @Text({ max: 200, pattern: /^[^@\s]+@[^@\s]+$/, example: 'zhenggai@example.gov.cn' }) from: string;
  @Text({ max: 100, example: '整改办' }) fromName: string;
}
export class EmailInput extends EmailFields {
  @Secret({ min: 0, max: 500, optional: true, description: 'Absent: stays; empty: none' }) password?: string;
}
export class EmailView extends EmailFields {
  @Flag({ description: 'A password is stored' }) hasSecret: boolean;
}

class WecomFields extends ChannelSwitch {
  @Text({ max: 100, description: '企业 ID', example: 'ww0123456789abcdef' }) corpId: string;
  @Whole({ min: 1, max: MANY, description: 'AgentId of the office’s app' }) agentId: number;
  @Text({ ...ADDRESS, description: 'Where its API is, also of a private deployment', example: 'https://qyapi.weixin.qq.com' }) // prettier-ignore
  baseUrl: string;
}
export class WecomInput extends WecomFields {
  @Secret({ min: 0, max: 500, optional: true, description: 'Secret of the app; absent: stays' }) appSecret?: string;
}
export class WecomView extends WecomFields {
  @Flag({ description: 'The app’s secret is stored' }) hasSecret: boolean;
}

class DingtalkFields extends ChannelSwitch {
  @Text({ max: 100, description: 'AppKey of the office’s app' }) appKey: string;
  @Whole({ min: 1, max: 1_000_000_000_000, description: 'AgentId of the app' }) agentId: number;
  @Text({ ...ADDRESS, description: 'Where its API is, also of a private deployment', example: 'https://oapi.dingtalk.com' }) // prettier-ignore
  baseUrl: string;
}
export class DingtalkInput extends DingtalkFields {
  @Secret({ min: 0, max: 500, optional: true, description: 'AppSecret of the app; absent: stays' }) appSecret?: string;
}
export class DingtalkView extends DingtalkFields {
  @Flag({ description: 'The app’s secret is stored' }) hasSecret: boolean;
}

export class HeaderField {
  @Text({ max: 100, pattern: /^[A-Za-z0-9-]+$/, example: 'Content-Type' }) header: string;
  @Text({ max: 1000, example: 'application/json' }) value: string;
}
class SmsFields extends ChannelSwitch {
  @Text({
    ...ADDRESS,
    max: 2000,
    description:
      'Placeholders, here as in header values and body: {{mobile}}, {{text}}, {{id}} (the same for a repeat), {{secret}}',
    example: 'https://sms.example.gov.cn/send',
  })
  url: string;
  @OneOf(['POST', 'PUT', 'GET'], { name: 'GatewayMethod' }) method: 'POST' | 'PUT' | 'GET';
  @ListOf(() => HeaderField, { max: 20 }) headers: HeaderField[];
  @Text({
    min: 0,
    max: 10_000,
    multiline: true,
    description: 'What is filled in is escaped as the Content-Type asks: JSON, form or XML',
    example: '{"to":"{{mobile}}","content":"{{text}}","key":"{{secret}}"}',
  })
  body: string;
  @Text({ min: 0, max: 200, description: 'Text that a good answer contains; empty: its status is enough', example: '"code":0' }) // prettier-ignore
  success: string;
}
export class SmsInput extends SmsFields {
  @Secret({ min: 0, max: 1000, optional: true, description: 'What stands for {{secret}}; absent: stays' })
  secret?: string;
}
export class SmsView extends SmsFields {
  @Flag({ description: 'A secret is stored' }) hasSecret: boolean;
}

class PushFields extends ChannelSwitch {
  @Text({ max: 200, pattern: /^(mailto:|https:\/\/)\S+$/, description: 'Whom a push service may ask', example: 'mailto:zhenggai@example.gov.cn' }) // prettier-ignore
  contact: string;
  @Texts({
    max: 50,
    each: 200,
    description:
      'Push services that browsers of our people may name: hosts such as `fcm.googleapis.com`, `*.push.apple.com`, or whole origins of one inside the office',
  })
  services: string[];
}
export class PushInput extends PushFields {}
export class PushView extends PushFields {
  @Text({ max: 200, nullable: true, description: 'VAPID key with which a browser subscribes; made once' })
  publicKey: string | null;
}

export class ChannelState {
  @OneOf(CHANNELS, { name: 'Channel' }) name: Channel;
  @Flag() enabled: boolean;
  @Flag() isDefault: boolean;
  @InstantField({ nullable: true, description: 'Null: never set up' }) changedAt: string | null;
  @Whole({ min: 0, max: MANY, description: 'People who can be reached on it' }) people: number;
  @Whole({ min: 0, max: MANY, description: 'Deliveries that wait' }) waiting: number;
  @Whole({ min: 0, max: MANY, description: 'Seconds the oldest of them has waited' }) waitingSeconds: number;
  @Whole({ min: 0, max: MANY, description: 'Deliveries that failed for good and wait for the administrator' })
  dead: number;
}

export class ChannelsView {
  @Text({ max: 500, nullable: true, description: 'PUBLIC_URL, with which links in messages begin; null: messages carry none' }) // prettier-ignore
  publicUrl: string | null;
  @Flag({ description: 'The job queue has its tables; false: no server has run its jobs yet, or may not make them' })
  queueReady: boolean;
  @Whole({
    min: 0,
    max: MANY,
    description: 'Active people whom no enabled channel reaches: orders wait in their inbox',
  })
  unreached: number;
  @ListOf(() => ChannelState, { max: 10 }) channels: ChannelState[];
}

export class TestResult {
  @Flag({ description: 'The other side took it' }) sent: boolean;
  @ApiProperty({ description: 'What came back, in words' }) labels: LabelsShown;
  @Text({ max: 20_000, multiline: true, nullable: true, description: 'What was sent, secrets blotted out; text messages only' }) // prettier-ignore
  request: string | null;
}

export class EmailChannel {
  @ObjectOf(() => EmailView, { nullable: true }) settings: EmailView | null;
}
export class WecomChannel {
  @ObjectOf(() => WecomView, { nullable: true }) settings: WecomView | null;
}
export class DingtalkChannel {
  @ObjectOf(() => DingtalkView, { nullable: true }) settings: DingtalkView | null;
}
export class SmsChannel {
  @ObjectOf(() => SmsView, { nullable: true }) settings: SmsView | null;
}
export class PushChannel {
  @ObjectOf(() => PushView, { nullable: true }) settings: PushView | null;
}
