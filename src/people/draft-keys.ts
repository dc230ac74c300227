/** The key with which a person's browser encrypts what they have not sent yet: told after signing in and held in memory only, so that
 *  whoever uses the computer next cannot read it, and its owner can when they are back. */
import { Injectable } from '@nestjs/common';
import { Cipher } from '../store/encrypted/cipher.js';

@Injectable()
export class DraftKeys {
  constructor(private readonly cipher: Cipher) {}

  /** 32 bytes in base64, the same for a person each time, on every device. */
  of(personId: string): string {
    return this.cipher.keyFor(`drafts of ${personId}`).toString('base64');
  }
}
