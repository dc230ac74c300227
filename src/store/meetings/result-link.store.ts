/** Keeps the addresses under which results of a meeting are read: whose, by the hash of the secret part, and whether still in force. */
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { ResultLink } from './answer.entity.js';

/** An address; `participantId` is null for the one of the meeting, which is anybody's. */
export type LinkRow = Pick<ResultLink, 'id' | 'meetingId' | 'participantId' | 'madeAt'>;
const SHOWN = { id: true, meetingId: true, participantId: true, madeAt: true } as const;

@Injectable()
export class ResultLinkStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>) {}

  /** The addresses of a meeting that are in force. */
  async ofMeeting(meetingId: string): Promise<LinkRow[]> {
    return this.links.find({ select: SHOWN, where: { meetingId, revokedAt: IsNull() } });
  }

  /** Makes addresses; for whom there is one in force, that one stays. */
  async add(
    links: readonly (Omit<LinkRow, 'madeAt'> & { tokenHash: Buffer })[],
    by: string | null,
    at: number,
  ): Promise<void> {
    const rows = links.map((link) => ({ ...link, madeBy: by, madeAt: new Date(at), revokedBy: null, revokedAt: null }));
    await this.links.createQueryBuilder().insert().values(rows).orIgnore().execute();
  }

  /** Takes back an address of a meeting; nothing where it is not in force. */
  async revoke(meetingId: string, id: string, by: string | null, at: number): Promise<void> {
    await this.links.update({ id, meetingId, revokedAt: IsNull() }, { revokedBy: by, revokedAt: new Date(at) });
  }

  /** The address in force whose secret has this hash; undefined where there is none, or it was taken back. */
  async byHash(tokenHash: Buffer): Promise<LinkRow | undefined> {
    return (await this.links.findOne({ select: SHOWN, where: { tokenHash, revokedAt: IsNull() } })) ?? undefined;
  }

  private get links() {
    return this.database.dataSource.getRepository(ResultLink);
  }
}
