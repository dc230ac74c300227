/** Bounds how many calls of a kind are received at once, before anything of them is read. */
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, type Type } from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';
import { Refused } from '../domain/errors.js';
import type { ActingRequest } from './acting-request.js';

/** Seconds after which a call that came when all were taken may try again. */
const AGAIN = 5;

/** An interceptor to stand before the one that reads the body: 429 where `most` calls, or `each` of one person, are under way on this
 *  server. It counts until the call has been answered or was cut. */
export function AtMost({ most, each }: { most: number; each: number }): Type<NestInterceptor> {
  @Injectable()
  class Limited implements NestInterceptor {
    private readonly taken = new Map<string, number>();
    private all = 0;

    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      const { actor } = context.switchToHttp().getRequest<ActingRequest>();
      const who = actor?.userId ?? '';
      const own = this.taken.get(who) ?? 0;
      if (this.all >= most || own >= each) {
        throw new Refused(
          429,
          'upload.busy',
          '正在接收的文件较多，请稍后再试',
          'Many files are being received; try again in a moment',
          { retryAfterSeconds: AGAIN },
        );
      }
      this.all += 1;
      this.taken.set(who, own + 1);
      return next.handle().pipe(
        finalize(() => {
          this.all -= 1;
          const left = (this.taken.get(who) ?? 1) - 1;
          if (left === 0) this.taken.delete(who);
          else this.taken.set(who, left);
        }),
      );
    }
  }
  return Limited;
}
