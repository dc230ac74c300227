/** The language a request asks for, for the few words of an answer that come in one language alone. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Language } from '../domain/vocabulary/word.js';

/** The language of an Accept-Language header: Chinese, unless English comes first. */
export const languageOf = (accepted: string | undefined): Language =>
  /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'zh-CN';

/** Parameter: the language of the request. */
export const AskedLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(context.switchToHttp().getRequest<Request>().get('accept-language')),
);
