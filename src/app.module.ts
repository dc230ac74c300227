/** Wiring only: which modules the application consists of. A new feature adds its module to FEATURES. */
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { AdministrationModule } from './administration/administration.module.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CaseListModule } from './cases/case-list.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ChannelsModule } from './channels/channels.module.js';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { ExecutorModule } from './executor/executor.module.js';
import { FeedsModule } from './feeds/feeds.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { HttpSettings } from './http/http-settings.js';
import { HotlineModule } from './hotline/hotline.module.js';
import { InboxModule, MorningModule } from './inbox/inbox.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { AccessLogModule } from './access-log/access-log.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { Open311Module } from './open311/open311.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { ReceiptsModule } from './receipts/receipts.module.js';
import { PeopleModule } from './people/people.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SetupModule } from './setup/setup.module.js';
import { refusalOfFault } from './store/database/refusal-of-fault.js';
import { type OpenStore, StoreModule } from './store/store.module.js';
import { WallModule } from './wall/wall.module.js';
import { WorkModule } from './work/work.module.js';
import { WorkflowsModule } from './workflows/workflows.module.js';

/** One module for each thing users do; what is asked most stands first, since routes are looked through in this order. */
const FEATURES: Type[] = [
  ExecutorModule,
  // Before the cases: `cases/similar` must not be taken for the id of one.
  MeetingsModule,
  CasesModule,
  CaseListModule,
  AccessLogModule,
  WorkModule,
  InboxModule,
  OrdersModule,
  PeopleModule,
  CalendarModule,
  ReportsModule,
  LedgerModule,
  AttachmentsModule,
  AdministrationModule,
  SetupModule,
  ChannelsModule,
  WorkflowsModule,
  WallModule,
  NoticesModule,
  ReceiptsModule,
  FeedsModule,
  Open311Module,
  HotlineModule,
  HealthModule,
];
/** Modules that only run where RUN names `jobs`. */
const JOBS: Type[] = [JobsModule, MorningModule];

/** What the application is built around. */
export interface Parts extends OpenStore {
  config: Config;
  clock: Clock;
}

@Module({})
export class AppModule {
  /** The whole application; Clock, CONFIG and everything of StoreModule can be injected anywhere. */
  static of({ config, clock, ...store }: Parts): DynamicModule {
    const { metricsToken, signedOutPerMinute } = config;
    const settings: HttpSettings = { metricsToken, signedOutPerMinute, refusalOfFault };
    return {
      module: AppModule,
      global: true,
      imports: [StoreModule.of(store), HttpModule, ...FEATURES, ...(config.run.jobs ? JOBS : [])],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: HttpSettings, useValue: settings },
      ],
      exports: [CONFIG, Clock, HttpSettings],
    };
  }
}
