/** Short names for what the service answers. Every shape is the generated one of schema.d.ts; none is written here. */
import type { components, operations } from './schema.js';

type Schemas = components['schemas'];

export type Stage = Schemas['Stage'];
export type Light = Schemas['Light'];
export type Role = Schemas['Role'];
export type Capacity = Schemas['Capacity'];

/** `YYYY-MM-DD` in the office's time zone. */
export type Day = string;
/** ISO 8601. */
export type Instant = string;

export type Labels = Schemas['LabelsShown'];
export type User = Schemas['User'];
export type Me = Schemas['Me'];
export type Unit = Schemas['UnitView'];
export type Category = Schemas['CategoryView'];

/** A step that is offered, as a page needs it: both labels rather than that of one language; its form, and one field of the form. */
export type AllowedCommand = Pick<Schemas['AllowedShown'], 'type' | 'labels' | 'schema'> &
  Partial<Pick<Schemas['AllowedShown'], 'inNameOf' | 'absentId'>>;
export type FormSchema = Schemas['FormShown'];
export type FieldSchema = Schemas['FieldShown'];

/** How a clock stands at the moment of reading, and what a case waits for, each with the sentence that says it. */
export type Clock = Schemas['ClockShown'];
export type Wait = Schemas['WaitShown'];

/** A case with all around it; as a row of the list; as a row of one's own work. */
export type CaseShown = Schemas['CaseShown'];
export type CaseRow = Schemas['CaseItem'];
export type WorkItem = Schemas['WorkItem'];
export type Order = Schemas['OrderShown'];
export type Visit = Schemas['CaseVisitShown'];
/** One of those who raised a case, by place and never by name. */
export type Raiser = Schemas['RaiserStandingShown'];
export type Attachment = Schemas['CaseAttachmentShown'];
export type Opinion = Schemas['CaseOpinionShown'];
export type Course = Schemas['CourseShown'];
export type LinkedCase = Schemas['LinkedCaseShown'];
export type CaseEvent = Schemas['HistoryEventShown'];
export type CommandAnswer = Schemas['CommandAnswer'];

/** What the list of cases can be asked. */
export type CaseFilters = NonNullable<operations['CaseList_list']['parameters']['query']>;
