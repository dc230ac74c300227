/** Who is signed in, by cookie or by token; only hashes of secrets are stored, so a stolen backup signs nobody in. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not, type Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { PastPost, RoleAt } from '../../domain/command.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { SharedQuery } from '../sql/shared-query.js';
import { Session, Token } from './session.entity.js';
import { PAST_POSTS } from './tenure.store.js';

/** A person as sessions and tokens know them, with the roles held at this moment. */
export interface SignedIn {
  id: string;
  username: string;
  name: string;
  unitId: string;
  roles: RoleAt[];
  /** The password in force was set by somebody else: nothing may be done before the person has set one of their own. */
  startPassword: boolean;
  /** Posts given up, for the rules that ask who had a part in a case. */
  past: PastPost[];
  /** They are, were or will be somebody's deputy: for whom is asked apart. */
  standsIn: boolean;
}

export interface NewSession {
  secret: string;
  personId: string;
  /** Of the password with which the person has just shown that it is them. */
  passwordHash: string;
  /** Epoch milliseconds. */
  at: number;
  expiresAt: number;
  userAgent: string;
}

export interface NewTokenRow {
  secret: string;
  /** The session that asks for it. */
  sessionSecret: string;
  name: string;
  /** Last day on which it works. */
  expiresOn: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface SessionRow {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  userAgent: string;
  /** The one with the given secret. */
  current: boolean;
}

export type TokenRow = Pick<Token, 'id' | 'name' | 'expiresOn' | 'createdAt'>;

const PERSON = `p.id, p.username, p.name, p.unit_id AS "unitId", p.start_password AS "startPassword",
  coalesce((SELECT json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) ORDER BY r.role, r.unit_id)
              FROM person_role r WHERE r.person_id = p.id), '[]') AS roles,
  ${PAST_POSTS} AS past, EXISTS (SELECT FROM deputation d WHERE d.deputy_id = p.id) AS "standsIn"`;

/** SHA-256: enough for a secret of 32 random bytes, which nobody can guess from its hash. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A session with its person; instants in epoch milliseconds. */
interface LiveSession {
  person: SignedIn;
  createdAt: number;
  lastUsedAt: number;
  expiresAt: number;
}

interface LiveToken {
  person: SignedIn;
  expiresOn: string;
}

@Injectable()
export class SessionStore {
  /** Every request asks who is behind it: those of one moment ask together. */
  private readonly bySession = new SharedQuery<string, LiveSession>((hashes) => this.sessions(hashes));
  private readonly byToken = new SharedQuery<string, LiveToken>((hashes) => this.liveTokens(hashes));

  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>) {}

  /** Begins a session and throws away this person's expired ones. False, and nothing is begun, where the password that was shown is not,
   *  or no longer, the one in force, or the account was closed: under a lock on the person, so that a change of the password which ends
   *  all sessions ends those that begin in the same moment too. */
  async begin({ secret, personId, passwordHash, at, expiresAt, userAgent }: NewSession): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      `WITH still AS (SELECT id FROM person WHERE id = $2 AND password_hash = $7 AND active FOR SHARE),
         gone AS (DELETE FROM session s USING still WHERE s.person_id = still.id AND s.expires_at <= $3)
       INSERT INTO session (token_hash, person_id, created_at, last_used_at, expires_at, user_agent, id)
       SELECT $1, id, $3, $3, $4, $5, $6 FROM still`,
      [hashOf(secret), personId, new Date(at), new Date(expiresAt), userAgent, uuid(), passwordHash],
    );
    return rowCount === 1;
  }

  /** The active person of a session that has not expired at `at`, and when it began and ends; null otherwise. */
  async find(secret: string, at: number): Promise<LiveSession | null> {
    const session = await this.bySession.of(hashOf(secret).toString('hex'));
    return session !== undefined && session.expiresAt > at ? session : null;
  }

  /** Notes that a session was used at `at`, and lets it live until `expiresAt`. */
  async noteUse(secret: string, at: number, expiresAt: number): Promise<void> {
    const times = { lastUsedAt: new Date(at), expiresAt: new Date(expiresAt) };
    await this.kept.update({ tokenHash: hashOf(secret) }, times);
  }

  /** The person's sessions that live at `at`, the one used last first. */
  async list(personId: string, currentSecret: string, at: number): Promise<SessionRow[]> {
    const current = hashOf(currentSecret);
    const found = await this.kept.find({
      where: { personId, expiresAt: MoreThan(new Date(at)) },
      order: { lastUsedAt: 'DESC', id: 'DESC' },
    });
    return found.map(({ tokenHash, ...session }) => ({ ...session, current: tokenHash.equals(current) }));
  }

  /** Ends one of the person's sessions by its id; false where there is none. */
  async endOne(id: string, personId: string): Promise<boolean> {
    const { affected } = await this.kept.delete({ id, personId });
    return affected === 1;
  }

  /** Ends one session. */
  async end(secret: string): Promise<void> {
    await this.kept.delete({ tokenHash: hashOf(secret) });
  }

  /** Ends the person's sessions, except the one given. */
  async endOthers(personId: string, exceptSecret: string): Promise<void> {
    await this.kept.delete({ personId, tokenHash: Not(hashOf(exceptSecret)) });
  }

  /** Stores a token of the session's person, usable through the day `expiresOn`; answers its id. Null, and nothing is stored, where the
   *  session has ended meanwhile: it is held until the token stands, so that whatever ends all sessions and tokens ends this one too. */
  async addToken({ secret, sessionSecret, name, expiresOn, at }: NewTokenRow): Promise<string | null> {
    const id = uuid();
    const { rowCount } = await this.database.pool.query(
      `WITH asking AS (SELECT person_id FROM session WHERE token_hash = $6 FOR KEY SHARE)
       INSERT INTO token (id, token_hash, person_id, name, expires_on, created_at) SELECT $1, $2, person_id, $3, $4, $5 FROM asking`,
      [id, hashOf(secret), name, expiresOn, new Date(at), hashOf(sessionSecret)],
    );
    return rowCount === 1 ? id : null;
  }

  /** The active person whose token is neither revoked nor expired on `today`; null otherwise. */
  async findByToken(secret: string, today: string): Promise<SignedIn | null> {
    const token = await this.byToken.of(hashOf(secret).toString('hex'));
    return token !== undefined && token.expiresOn >= today ? token.person : null;
  }

  /** The person's tokens that are not revoked, newest first; the secrets are not known. */
  tokens(personId: string): Promise<TokenRow[]> {
    return this.issued.find({
      select: { id: true, name: true, expiresOn: true, createdAt: true },
      where: { personId, revokedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** Revokes the person's own token; false where there is none of that id. */
  async revokeToken(id: string, personId: string, at: number): Promise<boolean> {
    const live = { id, personId, revokedAt: IsNull() };
    const { affected } = await this.issued.update(live, { revokedAt: new Date(at) });
    return affected === 1;
  }

  private get kept(): Repository<Session> {
    return this.database.dataSource.getRepository(Session);
  }

  private get issued(): Repository<Token> {
    return this.database.dataSource.getRepository(Token);
  }

  /** The sessions of active people by the hash of their secret (hex), expired ones among them. */
  private async sessions(hashes: readonly string[]): Promise<Map<string, LiveSession>> {
    const { rows } = await this.database.pool.query<
      SignedIn & { hash: string; createdAt: Date; lastUsedAt: Date; expiresAt: Date }
    >({
      name: 'find-sessions',
      text: `SELECT encode(s.token_hash, 'hex') AS hash, ${PERSON}, s.created_at AS "createdAt", s.last_used_at AS "lastUsedAt",
                    s.expires_at AS "expiresAt"
               FROM session s JOIN person p ON p.id = s.person_id WHERE s.token_hash = ANY($1::bytea[]) AND p.active`,
      values: [hashes.map((hash) => `\\x${hash}`)],
    });
    return new Map(
      rows.map(({ hash, createdAt, lastUsedAt, expiresAt, ...person }) => [
        hash,
        {
          person,
          createdAt: createdAt.getTime(),
          lastUsedAt: lastUsedAt.getTime(),
          expiresAt: expiresAt.getTime(),
        },
      ]),
    );
  }

  /** The tokens of active people by the hash of their secret (hex), revoked ones left out, expired ones among them. */
  private async liveTokens(hashes: readonly string[]): Promise<Map<string, LiveToken>> {
    const { rows } = await this.database.pool.query<SignedIn & { hash: string; expiresOn: string }>({
      name: 'find-tokens',
      text: `SELECT encode(t.token_hash, 'hex') AS hash, ${PERSON}, t.expires_on AS "expiresOn"
               FROM token t JOIN person p ON p.id = t.person_id
              WHERE t.token_hash = ANY($1::bytea[]) AND t.revoked_at IS NULL AND p.active`,
      values: [hashes.map((hash) => `\\x${hash}`)],
    });
    return new Map(rows.map(({ hash, expiresOn, ...person }) => [hash, { person, expiresOn }]));
  }
}
