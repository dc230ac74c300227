/** Files kept before there was cleaning: upgraded, never shown as they were, and honest about what was handed in. */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { AttachmentStore } from '../../src/store/files/attachment.store.js';
import { Cipher } from '../../src/store/encrypted/cipher.js';
import { LedgerDraftStore } from '../../src/store/encrypted/ledger-draft.store.js';
import { UploadStore } from '../../src/store/files/upload.store.js';
import { backup, restore } from '../../src/store/backup/backup.js';
import { EvidenceUpkeep } from '../../src/jobs/evidence-upkeep.js';
import { migrate, releasedMigrations } from '../../src/store/database/migrate.js';
import { openDatabase } from '../../src/store/database/database.js';
import { releasedEntities } from '../../src/store/database/migrate.js';
import { openFixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at } from '../support/engine.js';
import { photograph, TELLING } from '../support/photographs.js';
import { startServer, type TestServer } from '../support/server.js';

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A file as the release before kept it. */
async function keptThen(
  test: TestDatabase,
  caseId: string,
  id: string,
  bytes: Buffer,
  type: string,
  more = '',
): Promise<void> {
  const { pool } = test.database;
  await pool.query(
    `INSERT INTO attachment_blob (sha256, bytes) VALUES (decode($1, 'hex'), $2) ON CONFLICT DO NOTHING`,
    [sha(bytes), bytes],
  );
  const cleaning = more === '' ? ['', ''] : [', original_sha256, cleaning', `, decode($2, 'hex'), '${more}'`];
  await pool.query(
    `INSERT INTO attachment (id, case_id, sha256, name, media_type, size, at${cleaning[0]})
     VALUES ($1, $3, decode($2, 'hex'), '张三家.jpg', $4, $5, '2026-03-02T10:00:00+08:00'${cleaning[1]})`,
    [id, sha(bytes), caseId, type, bytes.length],
  );
}

const [ONE, TWO, THREE] = [1, 2, 3].map((n) => `0198c0de-0000-7000-8000-00000000000${n}`) as [string, string, string];

it('an upgraded bureau has its photographs cleaned by the job, keeps what was handed in until told, and its books stay right', async () => {
  const before = releasedMigrations().filter(({ name }) => !name.startsWith('ReceiveInPieces'));
  const test = await createTestDatabase({ empty: true, migrations: before });
  try {
    await migrate(test.database);
    const { pool } = test.database;
    // as the release before left it: the columns of this one are not there yet
    const fixture = await openFixture(test.database, () => at('2026-03-20'));
    const caseId = await fixture.working(at('2026-03-02'));
    const photo = await photograph({ seed: 3 });
    const broken = photo.subarray(0, 700);
    await keptThen(test, caseId, ONE, photo, 'image/jpeg');
    await keptThen(test, caseId, TWO, broken, 'image/jpeg');
    await keptThen(test, caseId, THREE, Buffer.from('记录'), 'text/plain');
    await fixture.send(caseId, ACTOR.handler, at('2026-03-03'), 'PROGRESS', { text: '已查看', evidence: [ONE, TWO] });
    const now = await openDatabase({
      databaseUrl: test.connectionString,
      dataDir: tmpdir(),
      entities: releasedEntities(),
      migrations: releasedMigrations(),
      poolSize: 3,
    });
    try {
      await migrate(now);
      const store = new AttachmentStore(now);
      expect(await store.cleaningState()).toEqual({ waiting: 3, withheld: 0, originals: 0 });
      const upkeep = new EvidenceUpkeep(
        store,
        new UploadStore(now),
        new LedgerDraftStore(now, new Cipher(Buffer.alloc(32))),
        { now: () => at('2026-03-20') },
      );
      expect(await upkeep.cleanAll()).toEqual({ cleaned: 2, withheld: 1 });
      expect(await upkeep.cleanAll()).toEqual({ cleaned: 0, withheld: 0 });
      const [one, two, three] = await Promise.all([ONE, TWO, THREE].map((id) => store.find(id)));
      expect(one).toMatchObject({ cleaning: 'clean', originalSha256: sha(photo) });
      expect(one!.sha256).not.toBe(sha(photo));
      expect((await sharp(await store.bytes(one!.sha256)).metadata()).exif).toBeUndefined();
      expect(await store.thumbnail(one!.sha256)).toBeDefined();
      expect(two).toMatchObject({ cleaning: 'withheld', sha256: sha(broken) });
      expect(three).toMatchObject({ cleaning: 'asIs', sha256: sha(Buffer.from('记录')) });
      expect(await store.cleaningState()).toEqual({ waiting: 0, withheld: 1, originals: 1 });
      expect(Buffer.compare(await store.bytes(sha(photo)), photo)).toBe(0);

      // a backup holds both, and comes back
      const file = join(tmpdir(), `evidence-${process.pid}.backup`);
      await backup(now, file);
      const other = await createTestDatabase({ empty: true });
      try {
        await migrate(other.database);
        const { rows } = await restore(other.database, file);
        expect(rows).toMatchObject({ attachment: 3, attachment_blob: 4, attachment_thumbnail: 1 });
      } finally {
        await other.drop();
      }

      expect(await store.forgetOriginals()).toBe(1);
      expect(await store.cleaningState()).toEqual({ waiting: 0, withheld: 1, originals: 0 });
      expect(await store.find(ONE)).toMatchObject({ originalSha256: sha(photo) });
      const { refs, workflows } = {
        refs: fixture.dependencies.referenceData.current(),
        workflows: fixture.dependencies.workflows,
      };
      const verdict = await checkCases(now.pool, workflows, refs);
      expect(verdict.faults.filter(({ fault }) => fault === 'evidenceDiffers')).toEqual([]);
      await now.pool.query(
        `UPDATE attachment_blob SET bytes = bytes || '\\x00'::bytea WHERE sha256 = decode($1, 'hex')`,
        [one!.sha256],
      );
      const after = await checkCases(now.pool, workflows, refs);
      expect(after.faults.filter(({ fault }) => fault === 'evidenceDiffers')).toHaveLength(1);
      void pool;
    } finally {
      await now.close();
    }
  } finally {
    await test.drop();
  }
});

describe('before the job came by', () => {
  let server: TestServer;
  let caseId: string;
  beforeAll(async () => {
    server = await startServer();
    const east = await server.unit('城东分局');
    await server.person('wangmin', ['clerk'], server.units.root);
    await server.person('liqiang', ['handler'], east);
    const clerk = await server.signIn('wangmin');
    const { rows } = await server.test.database.pool.query<{ id: string }>(
      `SELECT id FROM category WHERE code = 'other'`,
    );
    const made = await clerk
      .post('/api/cases')
      .send({ title: '路灯', description: '东街路灯不亮', source: 'hotline', categoryId: rows[0]!.id })
      .expect(201);
    caseId = (made.body as { case: { id: string } }).case.id;
    const id = '0198c0de-0000-7000-8000-000000000009';
    await clerk.post(`/api/cases/${caseId}/commands`).send({ id, type: 'ASSIGN', leadUnitId: east }).expect(200);
    const photo = await photograph({ seed: 5, orientation: 8 });
    await keptThen(server.test, caseId, ONE, photo, 'image/jpeg', 'waiting');
    await keptThen(server.test, caseId, TWO, photo.subarray(0, 700), 'image/jpeg', 'waiting');
  });
  afterAll(() => server.close());

  it('whoever looks first gets the clean one, and its small picture', async () => {
    const unit = await server.signIn('liqiang');
    const small = await unit.get(`/api/attachments/${ONE}?size=thumb`).buffer(true).expect(200);
    expect((small.body as Buffer).length).toBeGreaterThan(100);
    const shown = (await unit.get(`/api/attachments/${ONE}`).buffer(true).expect(200)).body as Buffer;
    for (const mark of TELLING) expect(shown.includes(Buffer.from(mark))).toBe(false);
    expect((await sharp(shown).metadata()).height).toBe(640);
  });

  it('what cannot be cleaned is for the office alone', async () => {
    const { body } = await (await server.signIn('liqiang')).get(`/api/attachments/${TWO}`).expect(403);
    expect(body).toMatchObject({ code: 'attachment.withheld', messageZh: expect.any(String) });
    await (await server.signIn('wangmin')).get(`/api/attachments/${TWO}`).expect(200);
  });
});
