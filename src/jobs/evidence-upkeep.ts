/** Looks after evidence: cleans what was kept before files were cleaned, and forgets uploads that nobody finished, ledgers that nobody confirmed among them. */
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import { cleanStored } from '../evidence/clean-stored.js';
import { AttachmentStore } from '../store/files/attachment.store.js';
import { LedgerDraftStore } from '../store/encrypted/ledger-draft.store.js';
import { UploadStore } from '../store/files/upload.store.js';
import { Rounds } from './rounds.js';

/** Files cleaned in one go; the next go asks again, so that several servers share the work roughly. */
const TOGETHER = 20;

@Injectable()
export class EvidenceUpkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('evidence-upkeep');
  private readonly rounds = new Rounds(() => this.round(), this.logger);

  constructor(
    private readonly attachments: AttachmentStore,
    private readonly uploads: UploadStore,
    private readonly drafts: LedgerDraftStore,
    private readonly clock: Clock,
  ) {}

  /** After an upgrade the waiting ones are cleaned at once, in the background; until then looking at one cleans it. */
  onApplicationBootstrap(): void {
    void this.tick();
  }

  /** Lets the file in hand be finished before the database goes. */
  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** Every quarter of an hour, on every server; doing the same twice changes nothing. */
  @Cron('0 7/15 * * * *', { name: 'evidence-upkeep', waitForCompletion: true })
  tick(): Promise<void> {
    return this.rounds.tick();
  }

  private async round(): Promise<void> {
    await this.uploads.forgetExpired(this.clock.now());
    await this.drafts.forgetExpired(this.clock.now());
    await this.cleanAll();
  }

  /** Cleans all that waits: how many were cleaned, and how many had to be withheld. */
  async cleanAll(): Promise<{ cleaned: number; withheld: number }> {
    const done = { cleaned: 0, withheld: 0 };
    for (;;) {
      const hashes = this.rounds.isStopping ? [] : await this.attachments.waiting(TOGETHER);
      if (hashes.length === 0) break;
      for (const sha256 of hashes) {
        if (this.rounds.isStopping) break;
        if (await cleanStored(this.attachments, sha256)) done.cleaned += 1;
        else done.withheld += 1;
      }
    }
    if (done.cleaned > 0) this.logger.log(`${done.cleaned} files cleaned of what cameras write`);
    if (done.withheld > 0) this.logger.warn(`${done.withheld} pictures could not be cleaned and are withheld`);
    return done;
  }
}
