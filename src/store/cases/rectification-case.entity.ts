/** A case as it stands now. Written by the command executor alone: `save()` on it would bypass history. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CaseContext, ClockMode, StateValue } from '../../domain/case.js';
import type { BesideWait, MainWait } from '../../domain/waits.js';
import type { Outcome, Source, Stage, Track } from '../../domain/words.js';

/** A case 整改事项: XState's state and context, and beside them the columns that are searched and counted. */
@Entity('rectification_case')
@Unique('rectification_case_number_key', ['number'])
@Index('rectification_case_external_key', ['externalKey'], { unique: true, where: 'external_key IS NOT NULL' })
@Index('case_due', ['leadUnitId', 'dueOn', 'id', 'lateAt', 'orangeAt', 'redAt', 'talkAt'], {
  where: "stage <> 'closed'::text",
})
@Index('case_held', ['leadUnitId', 'dueOn'], { where: "stage <> 'closed'::text AND clock_mode = 'held'::text" })
@Index('case_extension', ['officeUnitId', 'dueOn'], { where: "stage <> 'closed'::text AND extension_pending" })
@Index('case_waits', ['waitsFor', 'officeUnitId', 'waitsBy', 'id'], { where: "stage <> 'closed'::text" })
@Index('case_waits_beside', ['officeUnitId', 'waitsBesideBy', 'id'], {
  where: "stage <> 'closed'::text AND waits_beside IS NOT NULL",
})
@Index('case_waits_raiser', ['officeUnitId', 'waitsBesideBy', 'id'], {
  where: "stage = 'closed'::text AND waits_beside IS NOT NULL",
})
@Index('case_unsigned', ['leadUnitId', 'waitsBy', 'id'], { where: "stage = 'assigned'::text" })
@Index('case_supported', ['supportingUnitIds'], {
  type: 'gin',
  where: "stage = 'deadline'::text AND supporting_unit_ids <> '{}'::uuid[]",
})
@Index('case_collected', ['collectedOn', 'id'])
@Index('case_closed', ['closedOn', 'id'], { where: "stage = 'closed'::text" })
@Index('case_open311', ['collectedAt'], { where: "external_key ~~ 'open311:%'::text" })
@Index('case_meeting', ['meetingId'], { where: 'meeting_id IS NOT NULL' })
@Index('case_provisional', ['id'], { where: "due_provisional AND stage <> 'closed'::text" })
@ForeignKey('workflow_version', ['workflowName', 'workflowVersion'], ['name', 'version'], {
  name: 'rectification_case_workflow_name_workflow_version_fkey',
})
export class RectificationCase {
  @PrimaryColumn('uuid') id: string;
  /** One number for one issue, such as ZG-2026-000123. */
  @Column('text') number: string;
  @Column('text', { name: 'workflow_name' }) workflowName: string;
  @Column('int', { name: 'workflow_version' }) workflowVersion: number;
  @Column('text', { name: 'workflow_hash' }) workflowHash: string;
  /** Number of events in the history; the compare-and-set of every write. */
  @Column('int') version: number;
  @Column('text') stage: Stage;
  /** The place within the stage, such as `rectifying`. */
  @Column('text') place: string;
  @Column('json') state: StateValue;
  @Column('json') context: CaseContext;
  @Column('timestamptz', { name: 'last_at' }) lastAt: Date;
  /** Hash of the last event. */
  @Column('bytea') head: Buffer;
  @Column('text') source: Source;
  @Column('text') track: Track;
  @ForeignKey('category', { name: 'rectification_case_category_id_fkey' })
  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId: string | null;
  @ForeignKey('unit', { name: 'rectification_case_office_unit_id_fkey' })
  @Column('uuid', { name: 'office_unit_id', nullable: true })
  officeUnitId: string | null;
  @ForeignKey('unit', { name: 'rectification_case_lead_unit_id_fkey' })
  @Column('uuid', { name: 'lead_unit_id', nullable: true })
  leadUnitId: string | null;
  @Column('uuid', { name: 'supporting_unit_ids', array: true, default: [] }) supportingUnitIds: string[];
  @ForeignKey('meeting', { name: 'rectification_case_meeting_id_fkey' })
  @Column('uuid', { name: 'meeting_id', nullable: true })
  meetingId: string | null;
  @Column('uuid', { name: 'plan_id', nullable: true }) planId: string | null;
  /** The row of an imported ledger that it came from, so that importing twice makes no second case. */
  @Column('text', { name: 'external_key', nullable: true }) externalKey: string | null;
  @Column('boolean', { name: 'is_key' }) isKey: boolean;
  @Column('boolean', { name: 'raised_outside' }) raisedOutside: boolean;
  @Column('boolean', { name: 'extension_pending' }) extensionPending: boolean;
  @Column('boolean', { name: 'taken_over' }) takenOver: boolean;
  @Column('timestamptz', { name: 'collected_at' }) collectedAt: Date;
  @Column('date', { name: 'collected_on' }) collectedOn: string;
  @Column('text', { name: 'clock_mode' }) clockMode: ClockMode;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('boolean', { name: 'due_provisional' }) dueProvisional: boolean;
  /** The first due day that was over before the case was closed and then gave way to another: for reports. */
  @Column('date', { name: 'overrun_on', nullable: true }) overrunOn: string | null;
  /** The first due day, by which the strict rate is counted: see src/domain/first-due.ts; null: never assigned. */
  @Column('date', { name: 'first_due_on', nullable: true }) firstDueOn: string | null;
  @Column('text', { nullable: true }) outcome: Outcome | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
  /** Instants at which the case shows each light, as long as nothing happens to it; null: never. */
  @Column('timestamptz', { name: 'yellow_at', nullable: true }) yellowAt: Date | null;
  @Column('timestamptz', { name: 'late_at', nullable: true }) lateAt: Date | null;
  @Column('timestamptz', { name: 'orange_at', nullable: true }) orangeAt: Date | null;
  @Column('timestamptz', { name: 'red_at', nullable: true }) redAt: Date | null;
  @Column('timestamptz', { name: 'talk_at', nullable: true }) talkAt: Date | null;
  /** The deed that moves it on, and the day by which it should be done; null once it is closed. */
  @Column('text', { name: 'waits_for', nullable: true }) waitsFor: MainWait | null;
  @Column('date', { name: 'waits_by', nullable: true }) waitsBy: string | null;
  /** What it waits for on top, by its own record, and the earliest day of these; null without any. */
  @Column('text', { name: 'waits_beside', array: true, nullable: true }) waitsBeside: BesideWait[] | null;
  @Column('date', { name: 'waits_beside_by', nullable: true }) waitsBesideBy: string | null;
}
