/** An HTTP request with what the guard found out about it. */
import type { Request } from 'express';
import type { Actor } from '../domain/command.js';
import type { Credential } from './authenticator.js';

export interface ActingRequest extends Request {
  /** Identifies the request in the log and in the answer to an unexpected fault. */
  id: string;
  actor?: Actor;
  credential?: Credential;
  /** Counted already among the calls of those who are not signed in. */
  counted?: boolean;
}
