/** Who is signed in, by cookie or by token; only hashes of secrets are stored, so a stolen backup signs nobody in. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { RoleAt } from '../domain/command.js';
import type { Database } from './database.js';
import { DATABASE } from './database-token.js';
import { SharedQuery } from './shared-query.js';

/** A person as sessions and tokens know them, with the roles held at this moment. */
export interface SignedIn {
  id: string;
  username: string;
  name: string;
  unitId: string;
  roles: RoleAt[];
}

export interface TokenRow {
  id: string;
  name: string;
  expiresOn: string;
  createdAt: Date;
}

const PERSON = `p.id, p.username, p.name, p.unit_id AS "unitId",
  coalesce((SELECT json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) ORDER BY r.role, r.unit_id)
              FROM person_role r WHERE r.person_id = p.id), '[]') AS roles`;

/** SHA-256: enough for a secret of 32 random bytes, which nobody can guess from its hash. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

interface Session {
  person: SignedIn;
  createdAt: number;
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
       INSERT INTO session (token_hash, person_id, created_at, expires_at, user_agent) VALUES ($1, $2, $3, $4, $5)`,
      [hashOf(secret), personId, new Date(at), new Date(expiresAt), userAgent],
    );
  }

  /** The active person of a session that has not expired at `at`, and when it began and ends; null otherwise. */
  async find(secret: string, at: number): Promise<Session | null> {
    const session = await this.bySession.of(hashOf(secret).toString('hex'));
    return session !== undefined && session.expiresAt > at ? session : null;
  }

  /** Lets a session live until `expiresAt`. */
  async prolong(secret: string, expiresAt: number): Promise<void> {
    await this.database.pool.query('UPDATE session SET expires_at = $2 WHERE token_hash = $1', [
      hashOf(secret),
      new Date(expiresAt),
    ]);
  }

  /** Ends one session. */
  async end(secret: string): Promise<void> {
    await this.database.pool.query('DELETE FROM session WHERE token_hash = $1', [hashOf(secret)]);
  }

  /** Ends the person's sessions, except the one given. */
  async endAll(personId: string, exceptSecret?: string): Promise<void> {
    await this.database.pool.query(
      'DELETE FROM session WHERE person_id = $1 AND ($2::bytea IS NULL OR token_hash <> $2)',
      [personId, exceptSecret === undefined ? null : hashOf(exceptSecret)],
    );
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
    const { rows } = await this.database.pool.query<SignedIn & { hash: string; createdAt: Date; expiresAt: Date }>({
      name: 'find-sessions',
      text: `SELECT encode(s.token_hash, 'hex') AS hash, ${PERSON}, s.created_at AS "createdAt", s.expires_at AS "expiresAt"
               FROM session s JOIN person p ON p.id = s.person_id WHERE s.token_hash = ANY($1::bytea[]) AND p.active`,
      values: [hashes.map((hash) => `\\x${hash}`)],
    });
    return new Map(
      rows.map(({ hash, createdAt, expiresAt, ...person }) => [
        hash,
        { person, createdAt: createdAt.getTime(), expiresAt: expiresAt.getTime() },
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
