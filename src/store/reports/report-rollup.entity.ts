/** Sums of report_delta ready for reading: by month, by day ahead, and everything through the last compacted day. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A column of sums for each measure; `…Cases` counts cases where the measure counts visits. `family` says which property
 *  stands in `key`; nil UUID and '' stand for none. */
@Entity('report_rollup')
export class ReportRollup {
  @PrimaryColumn('text') family: 'unit' | 'category' | 'source' | 'meeting';
  /** `through`: all days up to report_rollup_state; `day`: one later day; `month`: one month, whole. */
  @PrimaryColumn('text') level: 'through' | 'day' | 'month';
  @PrimaryColumn('date') period: string;
  /** First day of the month in which the cases were collected; `-infinity`: all months together. */
  @PrimaryColumn('date') cohort: string;
  @PrimaryColumn('uuid', { name: 'unit_id' }) unitId: string;
  @PrimaryColumn('uuid', { name: 'office_unit_id' }) officeUnitId: string;
  @PrimaryColumn('text') key: string;
  @PrimaryColumn('boolean', { name: 'taken_over' }) takenOver: boolean;
  /** Units to which the same is charged already; empty: none. */
  @PrimaryColumn('uuid', { array: true, default: [] }) beside: string[];
  @Column('int', { default: 0 }) collected: number;
  @Column('int', { default: 0 }) rejected: number;
  @Column('int', { default: 0 }) merged: number;
  @Column('int', { default: 0 }) withdrawn: number;
  @Column('int', { default: 0 }) resolved: number;
  @Column('int', { default: 0 }) unverified: number;
  @Column('int', { default: 0 }) due: number;
  @Column('int', { name: 'due_and_closed', default: 0 }) dueAndClosed: number;
  @Column('int', { default: 0 }) parked: number;
  @Column('int', { default: 0 }) overdue: number;
  @Column('int', { default: 0 }) returned: number;
  @Column('int', { default: 0 }) extended: number;
  @Column('int', { default: 0 }) reopened: number;
  @Column('int', { name: 'visit_due', default: 0 }) visitDue: number;
  @Column('int', { name: 'visit_answered', default: 0 }) visitAnswered: number;
  @Column('int', { name: 'visit_fixed', default: 0 }) visitFixed: number;
  @Column('int', { name: 'visit_rated', default: 0 }) visitRated: number;
  @Column('int', { name: 'visit_satisfied', default: 0 }) visitSatisfied: number;
  @Column('int', { name: 'short_phone_visits', default: 0 }) shortPhoneVisits: number;
  @Column('int', { name: 'closing_days', default: 0 }) closingDays: number;
  @Column('int', { name: 'closed_within_hour', default: 0 }) closedWithinHour: number;
  @Column('int', { name: 'closed_without_evidence', default: 0 }) closedWithoutEvidence: number;
  @Column('int', { name: 'extended_on_last_day', default: 0 }) extendedOnLastDay: number;
  @Column('int', { name: 'extended_late', default: 0 }) extendedLate: number;
  @Column('int', { name: 'ever_parked', default: 0 }) everParked: number;
  @Column('int', { name: 'resumed_same_day', default: 0 }) resumedSameDay: number;
  @Column('int', { name: 'fresh_after_due', default: 0 }) freshAfterDue: number;
  @Column('int', { name: 'closed_after_reopening', default: 0 }) closedAfterReopening: number;
  @Column('int', { name: 'declined_again', default: 0 }) declinedAgain: number;
  @Column('int', { name: 'due_far_ahead', default: 0 }) dueFarAhead: number;
  @Column('int', { name: 'taken_over_closed', default: 0 }) takenOverClosed: number;
  @Column('int', { name: 'parked_before_due', default: 0 }) parkedBeforeDue: number;
  @Column('int', { default: 0 }) strict: number;
  @Column('int', { name: 'strict_resolved', default: 0 }) strictResolved: number;
  @Column('int', { name: 'strict_due', default: 0 }) strictDue: number;
  @Column('int', { name: 'strict_on_time', default: 0 }) strictOnTime: number;
  @Column('int', { name: 'departed_late', default: 0 }) departedLate: number;
  @Column('int', { name: 'sign_due', default: 0 }) signDue: number;
  @Column('int', { name: 'signed_in_time', default: 0 }) signedInTime: number;
  @Column('int', { default: 0 }) signed: number;
  @Column('bigint', { name: 'signed_minutes', default: 0 }) signedMinutes: number;
  @Column('int', { default: 0 }) disputed: number;
  @Column('int', { name: 'promise_due', default: 0 }) promiseDue: number;
  @Column('int', { name: 'promise_kept', default: 0 }) promiseKept: number;
  @Column('int', { name: 'promise_due_cases', default: 0 }) promiseDueCases: number;
  @Column('int', { name: 'promise_kept_cases', default: 0 }) promiseKeptCases: number;
  @Column('int', { name: 'promise_broken', default: 0 }) promiseBroken: number;
  @Column('int', { name: 'leader_waived', default: 0 }) leaderWaived: number;
  @Column('int', { name: 'transferred_late', default: 0 }) transferredLate: number;
  @Column('int', { name: 'split_off', default: 0 }) splitOff: number;
  @Column('int', { name: 'waived_again', default: 0 }) waivedAgain: number;
  @Column('int', { name: 'left_unsigned', default: 0 }) leftUnsigned: number;
  @Column('int', { name: 'eased_by_correction', default: 0 }) easedByCorrection: number;
  @Column('int', { name: 'visit_due_cases', default: 0 }) visitDueCases: number;
  @Column('int', { name: 'visit_answered_cases', default: 0 }) visitAnsweredCases: number;
  @Column('int', { name: 'visit_fixed_cases', default: 0 }) visitFixedCases: number;
  @Column('int', { name: 'visit_rated_cases', default: 0 }) visitRatedCases: number;
  @Column('int', { name: 'visit_satisfied_cases', default: 0 }) visitSatisfiedCases: number;
  @Column('int', { name: 'short_phone_visits_cases', default: 0 }) shortPhoneVisitsCases: number;
  @Column('int', { name: 'own_rated', default: 0 }) ownRated: number;
  @Column('int', { name: 'own_satisfied', default: 0 }) ownSatisfied: number;
  @Column('int', { name: 'own_rated_cases', default: 0 }) ownRatedCases: number;
  @Column('int', { name: 'own_satisfied_cases', default: 0 }) ownSatisfiedCases: number;
  @Column('int', { name: 'rated_below_visit', default: 0 }) ratedBelowVisit: number;
  /** Pairs of working days and how many closings took so many. */
  @Column('int', { array: true, default: [] }) closings: number[][];
}

/** One row: the day through which the level `through` reaches. */
@Entity('report_rollup_state')
@Check('report_rollup_state_id_check', 'id = 1')
export class ReportRollupState {
  @PrimaryColumn('int') id: number;
  @Column('date') through: string;
  /** By which definition of the figures the deltas were written: see src/store/reports/report-renewal.ts. */
  @Column('int', { default: 1 }) definition: number;
  /** The case up to which they were written anew under the next one; null: nothing is under way. */
  @Column('uuid', { name: 'renewed_to', nullable: true }) renewedTo: string | null;
}
