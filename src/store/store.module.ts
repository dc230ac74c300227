/** Hands the open database, the reference data and every store to whoever asks for them by class: each store once in a process. */
import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { Workflows } from '../engine/workflow.js';
import type { ArchivedHistory } from './archive/archived-history.js';
import { CaseStore } from './cases/case.store.js';
import { ArchivedLines, HistoryStore } from './cases/history.store.js';
import { PastStore } from './cases/past.store.js';
import { TimerStore } from './cases/timer.store.js';
import type { Database } from './database/database.js';
import { DATABASE } from './database/database-token.js';
import { AttachmentStore } from './files/attachment.store.js';
import { LedgerStore } from './files/ledger.store.js';
import { LedgerWordsStore } from './files/ledger-words.store.js';
import { UploadStore } from './files/upload.store.js';
import { AlikeStore } from './lists/alike.store.js';
import { CameSinceStore } from './lists/came-since.store.js';
import { CaseListStore } from './lists/case-list.store.js';
import { CaseViewStore } from './lists/case-view.store.js';
import { ElsewhereStore } from './lists/elsewhere.store.js';
import { InNameStore } from './lists/in-name.store.js';
import { NoticeStore } from './lists/notice.store.js';
import { Open311Store } from './lists/open311.store.js';
import { OrderStore } from './lists/order.store.js';
import { OverdueStore } from './lists/overdue.store.js';
import { SearchStore } from './lists/search.store.js';
import { TaskStore } from './lists/task.store.js';
import { WallStore } from './lists/wall.store.js';
import { WorkStore } from './lists/work.store.js';
import { DigestStore } from './messages/digest.store.js';
import { InboxStore } from './messages/inbox.store.js';
import { AnswerStore } from './meetings/answer.store.js';
import { CorrectionStore } from './meetings/correction.store.js';
import { MeetingStore } from './meetings/meeting.store.js';
import { OpinionStore } from './meetings/opinion.store.js';
import { ResultLinkStore } from './meetings/result-link.store.js';
import { AddressStore } from './messages/address.store.js';
import { ChannelStore } from './messages/channel.store.js';
import { DeliveryFiguresStore } from './messages/delivery-figures.store.js';
import { DeliveryStore } from './messages/delivery.store.js';
import { HotlineAnswerStore } from './messages/hotline-answer.store.js';
import { HotlineCallStore } from './messages/hotline-call.store.js';
import { HotlinePlatformStore } from './messages/hotline-platform.store.js';
import { JobQueueStore } from './messages/job-queue.store.js';
import { JobSchemaStore } from './messages/job-schema.store.js';
import { PushSubscriptionStore } from './messages/push-subscription.store.js';
import { WebhookStore } from './messages/webhook.store.js';
import { CalendarFeedStore } from './people/calendar-feed.store.js';
import { DeputationStore } from './people/deputation.store.js';
import { GuessStore } from './people/guess.store.js';
import { PeopleStore } from './people/people.store.js';
import { SavedViewStore } from './people/saved-view.store.js';
import { StandardTextStore } from './people/standard-text.store.js';
import { ReachStore } from './people/reach.store.js';
import { SessionStore } from './people/session.store.js';
import { CalendarStore } from './reference-data/reference-calendar.store.js';
import { CategoryStore } from './reference-data/reference-categories.store.js';
import { UnitStore } from './reference-data/reference-units.store.js';
import { ReferenceDataStore } from './reference-data/reference-data.store.js';
import { WorkflowStore } from './reference-data/workflow.store.js';
import { ReportStore } from './reports/report.store.js';
import { AccessLogListStore } from './encrypted/access-log-list.store.js';
import { AccessLogStore } from './encrypted/access-log.store.js';
import { LedgerDraftStore } from './encrypted/ledger-draft.store.js';
import { LedgerRowStore } from './encrypted/ledger-row.store.js';
import { RaiserStore } from './encrypted/raiser.store.js';
import { ReceiptStore } from './encrypted/receipt.store.js';
import { Cipher } from './encrypted/cipher.js';

/** What must be open before the application is built. */
export interface OpenStore {
  database: Database;
  workflows: Workflows;
  referenceData: ReferenceDataStore;
  cipher: Cipher;
  archived: ArchivedHistory;
}

/** Every store, by wing. A feature names the store in a constructor and lists it nowhere: two modules that list a class make two of it. */
export const STORES: readonly Type[] = [
  ...[UnitStore, CategoryStore, CalendarStore, WorkflowStore],
  ...[PeopleStore, SessionStore, GuessStore, ReachStore, CalendarFeedStore, DeputationStore],
  ...[SavedViewStore, StandardTextStore],
  ...[CaseStore, HistoryStore, PastStore, TimerStore],
  ...[MeetingStore, OpinionStore, AnswerStore, ResultLinkStore, CorrectionStore],
  ...[ChannelStore, AddressStore, PushSubscriptionStore, WebhookStore],
  ...[DeliveryStore, DeliveryFiguresStore, JobSchemaStore, JobQueueStore],
  ...[RaiserStore, AccessLogStore, AccessLogListStore, LedgerDraftStore, LedgerRowStore],
  ...[InboxStore, DigestStore],
  ...[HotlinePlatformStore, HotlineCallStore, HotlineAnswerStore],
  ReceiptStore,
  ReportStore,
  ...[AttachmentStore, UploadStore, LedgerStore, LedgerWordsStore],
  ...[AlikeStore, CameSinceStore, CaseListStore, CaseViewStore, ElsewhereStore],
  ...[NoticeStore, Open311Store, OrderStore, OverdueStore],
  ...[SearchStore, TaskStore, WallStore, WorkStore, InNameStore],
];

@Global()
@Module({})
export class StoreModule {
  /** The module around what is open. */
  static of({ database, workflows, referenceData, cipher, archived }: OpenStore): DynamicModule {
    const open = [
      { provide: DATABASE, useValue: database },
      { provide: Workflows, useValue: workflows },
      { provide: ReferenceDataStore, useValue: referenceData },
      { provide: Cipher, useValue: cipher },
      { provide: ArchivedLines, useValue: archived },
    ];
    return {
      module: StoreModule,
      providers: [...open, ...STORES],
      exports: [...open.map(({ provide }) => provide), ...STORES],
    };
  }
}
