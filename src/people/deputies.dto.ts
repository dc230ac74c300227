/** Deputies as they are entered and shown. */
import { DayField, Flag, InstantField, ListOf, ObjectOf, OneOf, Text, Uuid } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';
import { RoleAtUnit } from './session.dto.js';

/** How long what is over stays in a person's own list, days. */
export const SHOWN_DAYS = 60;
export const MOST_DEPUTIES = 200;
export const MOST_STEPS = 200;

export class NewDeputy {
  @Uuid() deputyId: string;
  @DayField({ description: 'The first day, in the office’s time zone; today at the earliest' }) fromOn: string;
  @DayField({ description: 'The last day' }) untilOn: string;
  @Text({ max: 60, example: '出差' }) reason: string;
}

export class NewDeputyOf extends NewDeputy {
  @Uuid({ description: 'Who is absent' }) absentId: string;
}

export class DeputyQuery {
  @Uuid({ optional: true, description: 'Who may stand in for this person; one’s own deputies where it is left out' })
  absentId?: string;
}

export const DEPUTY_STATES = ['asked', 'coming', 'now', 'over', 'ended'] as const;
export type DeputyState = (typeof DEPUTY_STATES)[number];

export class DeputyShown {
  @Uuid() id: string;
  @Uuid() absentId: string;
  @Text({ max: 100 }) absentName: string;
  @Uuid() deputyId: string;
  @Text({ max: 100 }) deputyName: string;
  @DayField() fromOn: string;
  @DayField() untilOn: string;
  @Text({ max: 60, example: '出差' }) reason: string;
  @OneOf(DEPUTY_STATES, { name: 'DeputyState' }) state: DeputyState;
  @Text({ max: 100, description: 'Who entered it' }) askedByName: string;
  @Text({ max: 100, nullable: true, description: 'Who agreed; null where it waits for that' })
  grantedByName: string | null;
  @Text({ max: 100, nullable: true, description: 'Who ended it before its last day' }) endedByName: string | null;
  @Flag({ description: 'The reader may agree to it' }) mayGrant: boolean;
  @Flag({ description: 'The reader may end it, or decline it' }) mayEnd: boolean;
}

/** Somebody who may stand in. */
export class DeputyCandidate {
  @Uuid() id: string;
  @Text({ max: 100 }) name: string;
  @Uuid() unitId: string;
  @ListOf(() => RoleAtUnit, { max: 100, description: 'What would pass to them' }) duties: RoleAtUnit[];
}

export class OwnDeputies {
  @ListOf(() => DeputyShown, { max: MOST_DEPUTIES, description: 'Who stands, stood or will stand in for this person' })
  own: DeputyShown[];
  @ListOf(() => DeputyShown, { max: MOST_DEPUTIES, description: 'For whom this person stands, stood or will stand in' })
  standingIn: DeputyShown[];
  @ListOf(() => DeputyShown, {
    max: MOST_DEPUTIES,
    description: 'Entered for others, waiting for this person to agree',
  })
  asked: DeputyShown[];
}

/** A step that a deputy took in the name of somebody absent. */
export class StepInNameShown {
  @Uuid() caseId: string;
  @Text({ max: 40, example: 'ZG-2026-000123' }) number: string;
  @Text({ max: 4000 }) title: string;
  @ObjectOf(() => LabelsShown, { description: 'What was done' }) labels: LabelsShown;
  @InstantField() at: string;
}

export class StepsInName {
  @ListOf(() => StepInNameShown, { max: MOST_STEPS, description: 'The last first' }) steps: StepInNameShown[];
  @Flag({ description: 'More were taken than are listed' }) more: boolean;
}
