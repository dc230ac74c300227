/** A version of a workflow as it is listed and shown. */
import { ApiProperty } from '@nestjs/swagger';
import { TRACKS, type Track } from '../domain/words.js';
import { Flag, InstantField, JsonObject, ObjectOf, OneOf, Text, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

const VERSION = { min: 1, max: 1_000_000 } as const;

/** A version that the office saved itself. */
export class SavedVersion {
  @Text({ max: 100, description: 'Who saved it' }) byName: string;
  @InstantField() at: string;
  @Text({ max: 400, description: 'Why' }) note: string;
}

/** That new cases no longer get a version. */
export class WithdrawnVersion {
  @Text({ max: 100, description: 'Who withdrew it' }) byName: string;
  @InstantField() at: string;
  @Text({ max: 400, description: 'Why' }) reason: string;
}

export class WorkflowLine {
  @Text({ max: 60 }) name: string;
  @Whole(VERSION) version: number;
  @Text({ max: 64, description: 'SHA-256 of the file' }) hash: string;
  @ObjectOf(() => LabelsShown) labels: LabelsShown;
  @OneOf(TRACKS, { name: 'Track' }) track: Track;
  @Flag({ description: 'New cases of this name get this version' }) newest: boolean;
  @ObjectOf(() => SavedVersion, { nullable: true, description: 'Null for a version that came with a release' })
  saved: SavedVersion | null;
  @ObjectOf(() => WithdrawnVersion, { nullable: true, description: 'Null while new cases may get it' })
  withdrawn: WithdrawnVersion | null;
  @ApiProperty({ type: [Number], description: 'Earlier versions whose open cases can be moved to this one' })
  takesOver: number[];
}

export class WorkflowView extends WorkflowLine {
  @JsonObject({ description: 'Days and limits of the workflow' }) policy: object;
  @JsonObject({ description: 'The XState machine, with labels in meta, places named as they are called today' })
  machine: object;
}
