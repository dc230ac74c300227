/** Takes a new password: held against the policy with the words of its person, then hashed. */
import { Injectable } from '@nestjs/common';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { requireGoodPassword } from './password-policy.js';
import { hashPassword } from './password.js';

@Injectable()
export class PasswordService {
  constructor(private readonly referenceData: ReferenceDataStore) {}

  /** The hash of the password; 422 where the policy refuses it. */
  async hashOf(password: string, person: { username: string; name: string; unitId: string }): Promise<string> {
    requireGoodPassword(password, [person.username, person.name, ...this.unitNames(person.unitId)]);
    return hashPassword(password);
  }

  /** Names of the unit and of those above it. */
  private unitNames(id: string): string[] {
    const { units } = this.referenceData.current();
    return units
      .all()
      .filter((unit) => units.isWithin(id, unit.id))
      .map(({ name }) => name);
  }
}
