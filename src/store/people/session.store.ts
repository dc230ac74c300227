/** Who is signed in, by cookie or by token; only hashes of secrets are stored, so a stolen backup signs nobody in. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { PastPost, RoleAt } from '../../domain/command.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { SharedQuery } from '../sql/shared-query.js';
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
}

export interface SessionRow {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  userAgent: string;
  /** The one with the given secret. */
  current: boolean;
}

export interface TokenRow {
  id: string;
  name: string;
  expiresOn: string;
  createdAt: Date;
}

const PERSON = `p.id, p.username, p.name, p.unit_id AS "unitId", p.start_password AS "startPassword",
  coalesce((SELECT json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) ORDER BY r.role, r.unit_id)
              FROM person_role r WHERE r.person_id = p.id), '[]') AS roles,
  ${PAST_POSTS} AS past`;

/** SHA-256: enough for a secret of 32 random bytes, which nobody can guess from its hash. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

interface Session {
  person: SignedIn;
  createdAt: number;
  lastUsedAt: number;
  expiresAt: number;
}

interface Token {
  person: SignedIn;
  expiresOn: string;
}

@Injectable()
export class SessionStore {
  /** Every request asks who is behind it: those of one moment ask together. */
  private readonly bySession = new SharedQuery<string, Session>((hashes) => this.sessions(hashes));
  private readonly byToken = new SharedQuery<string, Token>((hashes) => this.liveTokens(hashes));

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Begins a session and throws away this person's expired ones. */
  async begin(secret: string, personId: string, at: number, expiresAt: number, userAgent: string): Promise<void> {
    await this.database.pool.query(
      `WITH gone AS (DELETE FROM session WHERE person_id = $2 AND expires_at <= $3)
       INSERT INTO session (token_hash, person_id, created_at, last_used_at, expires_at, user_agent, id) VALUES ($1, $2, $3, $3, $4, $5, $6)`,
      [hashOf(secret), personId, new Date(at), new Date(expiresAt), userAgent, uuid()],
    );
  }

  /** The active person of a session that has not expired at `at`, and when it began and ends; null otherwise. */
  async find(secret: string, at: number): Promise<Session | null> {
    const session = await this.bySession.of(hashOf(secret).toString('hex'));
    return session !== undefined && session.expiresAt > at ? session : null;
  }

  /** Notes that a session was used at `at`, and lets it live until `expiresAt`. */
  async noteUse(secret: string, at: number, expiresAt: number): Promise<void> {
    await this.database.pool.query('UPDATE session SET last_used_at = $2, expires_at = $3 WHERE token_hash = $1', [
      hashOf(secret),
      new Date(at),
      new Date(expiresAt),
    ]);
  }

  /** The person's sessions that live at `at`, the one used last first. */
  async list(personId: string, currentSecret: string, at: number): Promise<SessionRow[]> {
    const { rows } = await this.database.pool.query<SessionRow>(
      `SELECT id, created_at AS "createdAt", last_used_at AS "lastUsedAt", user_agent AS "userAgent", token_hash = $2 AS current
         FROM session WHERE person_id = $1 AND expires_at > $3 ORDER BY last_used_at DESC, id DESC`,
      [personId, hashOf(currentSecret), new Date(at)],
    );
    return rows;
  }

  /** Ends one of the person's sessions by its id; false where there is none. */
  async endOne(id: string, personId: string): Promise<boolean> {
    const { rowCount } = await this.database.pool.query('DELETE FROM session WHERE id = $1 AND person_id = $2', [
      id,
      personId,
    ]);
    return rowCount === 1;
  }

  /** Ends one session. */
  async end(secret: string): Promise<void> {
    await this.database.pool.query('DELETE FROM session WHERE token_hash = $1', [hashOf(secret)]);
  }

  /** Ends the person's sessions, except the one given. */
  async endOthers(personId: string, exceptSecret: string): Promise<void> {
    await this.database.pool.query('DELETE FROM session WHERE person_id = $1 AND token_hash <> $2', [
      personId,
      hashOf(exceptSecret),
    ]);
  }

  /** Stores a token, usable through the day `expiresOn`; answers its id. */
  async addToken(secret: string, personId: string, name: string, expiresOn: string, at: number): Promise<string> {
    const id = uuid();
    await this.database.pool.query(
      'INSERT INTO token (id, token_hash, person_id, name, expires_on, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, hashOf(secret), personId, name, expiresOn, new Date(at)],
    );
    return id;
  }

  /** The active person whose token is neither revoked nor expired on `today`; null otherwise. */
  async findByToken(secret: string, today: string): Promise<SignedIn | null> {
    const token = await this.byToken.of(hashOf(secret).toString('hex'));
    return token !== undefined && token.expiresOn >= today ? token.person : null;
  }

  /** The person's tokens that are not revoked, newest first; the secrets are not known. */
  async tokens(personId: string): Promise<TokenRow[]> {
    const { rows } = await this.database.pool.query<TokenRow>(
      `SELECT id, name, expires_on AS "expiresOn", created_at AS "createdAt" FROM token
        WHERE person_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id DESC`,
      [personId],
    );
    return rows;
  }

  /** Revokes the person's own token; false where there is none of that id. */
  async revokeToken(id: string, personId: string, at: number): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      'UPDATE token SET revoked_at = $3 WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL',
      [id, personId, new Date(at)],
    );
    return rowCount === 1;
  }

  /** The sessions of active people by the hash of their secret (hex), expired ones among them. */
  private async sessions(hashes: readonly string[]): Promise<Map<string, Session>> {
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
  private async liveTokens(hashes: readonly string[]): Promise<Map<string, Token>> {
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
