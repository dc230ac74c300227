/** How the connections, the disk, the backup and what is folded in the background are doing: what tells an operator to look before people do. */
import { statfs } from 'node:fs/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { lastBackup } from '../store/backup/backup.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { InboxStore } from '../store/messages/inbox.store.js';
import { deltasWaiting } from '../store/reports/report-compaction.js';
import { Metrics } from './metrics.js';

type Collected = (this: Gauge) => void | Promise<void>;

@Injectable()
export class StoreMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>,
    private readonly inboxes: InboxStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { metrics, database, config, inboxes, clock } = this;
    const registers = [metrics.registry];
    const gauge = (name: string, help: string, labelNames: string[], collect: Collected): Gauge =>
      new Gauge({ name, help, labelNames, registers, collect });

    const { pool, hotPool, reportPool } = database;
    const pools = Object.entries({
      general: pool,
      executor: hotPool,
      ...(reportPool === pool ? {} : { reports: reportPool }),
    });
    gauge('xiaohao_pool_in_use', 'Connections to the database that work, by pool', ['pool'], function () {
      for (const [name, one] of pools) this.set({ pool: name }, one.totalCount - one.idleCount);
    });
    gauge('xiaohao_pool_waiting', 'Questions that wait for a connection, by pool', ['pool'], function () {
      for (const [name, one] of pools) this.set({ pool: name }, one.waitingCount);
    });
    new Counter({
      name: 'xiaohao_slow_queries_total',
      help: 'Statements that took longer than SLOW_QUERY_MS; the log has each text once an hour',
      registers,
      collect() {
        this.reset();
        this.inc(database.slow.count);
      },
    });

    // Figures that may be unknown have a label: without a value they are absent, and not 0.
    const disk = (figure: (sizes: { free: number; size: number }) => number): Collected =>
      async function () {
        const sizes = await metrics.inTime(statfs(config.dataDir));
        if (sizes === undefined) return this.remove('data');
        const { bavail, blocks, bsize } = sizes;
        this.set({ folder: 'data' }, figure({ free: bavail * bsize, size: blocks * bsize }));
      };
    const onDisk = ['folder'];
    gauge(
      'xiaohao_disk_free_bytes',
      'Bytes free on the disk of DATA_DIR',
      onDisk,
      disk(({ free }) => free),
    );
    gauge(
      'xiaohao_disk_size_bytes',
      'Bytes of the disk of DATA_DIR',
      onDisk,
      disk(({ size }) => size),
    );
    gauge(
      'xiaohao_backup_age_seconds',
      'How long ago the newest backup by `xiaohao backup` was taken; absent where there was none',
      ['kind'],
      async function () {
        const at = await metrics.inTime(lastBackup(database));
        if (at !== undefined) this.set({ kind: 'file' }, Math.max(0, (clock.now() - at) / 1000));
      },
    );

    const counted = (name: string, help: string, count: () => Promise<number>): Gauge =>
      gauge(name, help, [], async function () {
        const found = await metrics.inTime(count());
        if (found !== undefined) this.set(found);
      });
    counted('xiaohao_messages_due', 'Messages that may go out and have not been passed on, counted up to 100,000', () =>
      inboxes.due(clock.now()),
    );
    counted(
      'xiaohao_report_deltas_waiting',
      'Changes of figures that the next compaction folds, counted up to 100,000; reports add them up each time until then',
      () => deltasWaiting(pool),
    );
  }
}
