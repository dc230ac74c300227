/** Other systems and group robots that hear of some topics. */
import { WEBHOOK_KINDS, type WebhookKind } from '../domain/words.js';
import { Flag, InstantField, OneOf, Secret, Text, Texts, Uuid, Whole } from '../http/fields.js';

class WebhookFields {
  @Text({ max: 100, example: '市 12345 平台' }) name: string;
  @Texts({ max: 200, min: 1, each: 100, description: 'Topics of messages it hears of', example: ['order.blue'] })
  topics: string[];
  @Flag() active: boolean;
}

const URL_FIELD = {
  max: 1000,
  pattern: /^https?:\/\/\S+$/,
  description: 'Where it listens. The address of a robot has its key in it and is not shown again',
  example: 'https://hotline.example.gov.cn/hooks/xiaohao',
};

export class NewWebhook extends WebhookFields {
  @OneOf(WEBHOOK_KINDS, { name: 'WebhookKind' }) kind: WebhookKind;
  @Text(URL_FIELD) url: string;
  @Secret({
    min: 0,
    max: 200,
    optional: true,
    description: 'Of a DingTalk robot that wants signatures: its 加签 secret',
  })
  robotSecret?: string;
}

export class WebhookInput extends WebhookFields {
  @Text({ ...URL_FIELD, optional: true, description: 'Absent: stays' }) url?: string;
  @Secret({ min: 0, max: 200, optional: true, description: 'Absent: stays' }) robotSecret?: string;
}

export class WebhookView extends WebhookFields {
  @Uuid() id: string;
  @OneOf(WEBHOOK_KINDS, { name: 'WebhookKind' }) kind: WebhookKind;
  @Text({ max: 1000, description: 'Of a robot only where its host is' }) url: string;
  @InstantField() createdAt: string;
  @InstantField({ nullable: true, description: 'Until then signed with the former secret as well' })
  formerUntil: string | null;
  @Whole({ min: 0, max: 1_000_000_000 }) waiting: number;
  @Whole({ min: 0, max: 1_000_000_000 }) dead: number;
}

export class WebhookWithSecret extends WebhookView {
  @Text({ max: 200, nullable: true, description: 'Shown this once; null for robots', example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }) // prettier-ignore
  secret: string | null;
}
