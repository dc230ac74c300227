/** The JSON Schema of the numbers that an office may set in a workflow file. */

export type SchemaPart = Record<string, unknown>;

const ref = (name: string): SchemaPart => ({ $ref: `#/$defs/${name}` });
/** An object with these properties and no others; all of them needed, unless said. */
export const closed = (
  properties: SchemaPart,
  required: string[] = Object.keys(properties),
  more: SchemaPart = {},
): SchemaPart => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...more,
});
/** Working days and counts; what is more than ten thousand is a slip of the pen. */
const count = (description: string, minimum = 1): SchemaPart => ({
  type: 'integer',
  minimum,
  maximum: 10_000,
  description,
});
/** The same for cases as they are: the most of what applies to a case counts. */
const weighted = (of: SchemaPart): SchemaPart => ({
  default: of,
  keyCases: of,
  byCategory: { type: 'object', additionalProperties: of },
});

/** Parts that are not needed belong to rules since version 2, see policy-needs.ts. */
export const POLICY = closed(
  {
    workingDays: closed({
      default: count('Working days from assignment to the due day'),
      byCategory: { type: 'object', additionalProperties: count('Working days of this category, by its code') },
    }),
    signing: closed({
      remindAfter: count('Working days until a unit that has not signed is reminded'),
      tellOfficeAfter: count('Working days until the office is told'),
      declineWithin: count('Working days in which a unit may decline'),
    }),
    dueSoonDays: count('Working days before the due day at which the yellow light goes on'),
    ladder: closed(
      {
        replyWithin: closed({
          blue: count('Working days to reply to a blue order'),
          orange: count('Working days to reply to an orange order'),
          red: count('Working days to reply to a red order'),
        }),
        returnsToOrange: count('Returns that put a case straight on the orange rung'),
        keyStartsOn: { enum: ['blue', 'orange'], description: 'The first order to a late key case; blue where absent' },
      },
      ['replyWithin', 'returnsToOrange'],
    ),
    extension: closed({
      times: count('How many extensions a case may have', 0),
      maxDays: count('Most working days of one extension'),
    }),
    freshDays: count('Working days of the fresh, shorter deadline of a case that comes back'),
    visit: closed({
      within: count('Working days in which the visit is to be made'),
      attempts: count('Attempts on different days before a case may close unverified'),
    }),
    lookBackDays: count('Calendar days after closing in which a look-back may reopen the case'),
    promises: closed({
      maxAhead: closed({
        blue: count('Working days that the reply to a blue order may promise'),
        orange: count('Working days that the reply to an orange order may promise'),
        red: count('Working days that the reply to a red order may promise'),
      }),
      perPeriod: count('Working days of promises that a late period has in all'),
    }),
    waivers: closed({ maxAhead: count('Working days a waiver may last before the order is proposed again') }),
    looks: closed({
      every: count('Working days after which an unsolved case comes back to the leader after the talk'),
    }),
    departures: closed({
      leaderWithin: count('Working days before the due day from which only a leader lets a case go', 0),
    }),
    disputes: closed({
      afterRounds: count('Rounds with a raiser who is not satisfied, after which a leader may close as disputed'),
    }),
    verification: closed({
      tellAfter: count('Working days until those above are told that a fix lies unchecked'),
      ...weighted(ref('weight')),
    }),
    notice: closed(weighted(count('Working days of public notice before the number is struck off; 0 for none', 0))),
    reminders: closed({ every: count('Working days between reminders of what lies where it is') }),
  },
  ['workingDays', 'signing', 'dueSoonDays', 'ladder', 'extension', 'freshDays', 'visit', 'lookBackDays'],
);

/** What it takes to pass a fix. */
export const WEIGHT = closed({
  verifiers: count('How many people check, each on their own'),
  onSite: { type: 'boolean', description: 'Whether it is checked on site' },
  photos: { type: 'boolean', description: 'Whether photographs of before and after are needed' },
});
