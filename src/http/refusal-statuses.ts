/** The statuses with which calls are refused: what each means whatever the call, and one refusal of the kind. */
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ErrorBody } from './error-body.js';

export interface RefusalStatus {
  /** What it is called among the answers of the document. */
  name: string;
  means: string;
  example: ErrorBody;
}
const status = (
  name: string,
  means: string,
  [code, messageZh, message]: readonly [string, string, string],
  details?: object,
): RefusalStatus => ({
  name,
  means,
  example: { code, message, messageZh, ...(details === undefined ? {} : { details: { ...details } }) },
});

/** By status; the body says which rule it was, by a stable code and in both languages. */
export const REFUSAL_STATUSES: Readonly<Record<number, RefusalStatus>> = {
  400: status(
    'Malformed',
    'Malformed',
    ['request.malformed', '请求格式有误：title', 'The request is malformed: title'],
    {
      fields: [{ field: 'title', problem: 'must be a text of 1 to 200 characters on one line' }],
    },
  ),
  401: status('NotSignedIn', 'Not signed in, the session is over, or somebody else is signed in by now', [
    'access.signInFirst',
    '请先登录',
    'Sign in first',
  ]),
  403: status(
    'Forbidden',
    'Not for this person, or sent by the page of another site, or a start password is to be changed first',
    ['access.roleMissing', '您的角色不能进行此操作', 'Your roles do not allow this'],
  ),
  404: status('NotFound', 'Not there, or not to be known to this person', [
    'case.notFound',
    '找不到事项',
    'No such case',
  ]),
  409: status(
    'CameInBetween',
    'Something came in between: the version that was seen is an old one, or the id is that of something else',
    ['case.stale', '事项已被他人更新，请刷新后再办', 'The case has changed since you read it'],
    { version: 7 },
  ),
  412: status('OtherProtocol', 'Another version of the protocol', [
    'upload.protocol',
    '请求头 Tus-Resumable 应为 1.0.0',
    'The header Tus-Resumable must be 1.0.0',
  ]),
  413: status('TooLarge', 'Too large', ['request.tooLarge', '请求内容过大', 'The request is too large'], {
    mostBytes: 65_536,
  }),
  415: status('UnsupportedMedia', 'Not a kind of content that is taken', [
    'request.unsupportedMedia',
    '不支持的内容类型或编码',
    'Unsupported content type or encoding',
  ]),
  422: status('RefusedByRule', 'Refused by a rule, which the code names', [
    'rule.isOutsideLeadUnit',
    '牵头单位不能核查自己的整改',
    'The lead unit does not check its own fix',
  ]),
  429: status(
    'TooMany',
    'Too many at once or in a row',
    ['request.tooMany', '请求过于频繁，请 20 秒后再试', 'Too many requests; try again in 20 seconds'],
    { retryAfterSeconds: 20 },
  ),
  503: status(
    'Unavailable',
    'Cannot be answered at the moment; a command sent again with the same id tells what became of it',
    [
      'service.unavailable',
      '服务暂时不可用，请稍后再试',
      'The service is not available at the moment; try again later',
    ],
  ),
};

/** Statuses with which this call is refused beside those that follow from who may call it, from its address and from its body. */
export const Refuses = (...statuses: number[]): MethodDecorator =>
  applyDecorators(...statuses.map((one) => ApiResponse({ status: one, type: ErrorBody })));
