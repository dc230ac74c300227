/** Each kind of broken workflow file gets exactly its own complaint; the shipped files get none. */
import { checkedWorkflow, migrationProblems, workflowProblems } from '../../src/engine/check-workflow.js';
import { shippedWorkflow, workflowFile } from '../support/engine.js';

/** A workflow file loose enough to be broken. */
type Loose = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

function broken(by: (file: Loose, stages: Loose, clock: Loose) => void): Loose {
  const file = structuredClone(workflowFile('rectification').file) as Loose;
  by(file, file['machine'].states.stage.states, file['machine'].states.clock.states);
  return file;
}

const labels = { 'zh-CN': '等待', en: 'Waiting' };
const S = 'machine.states.stage.states';

describe('the shipped workflows', () => {
  it.each(['rectification', 'immediate', 'staged'])('%s has no problem', (name) => {
    expect(workflowProblems(workflowFile(name).file, `${name}.v1.json`)).toEqual([]);
  });

  it.each(['rectification', 'immediate', 'staged'])(
    '%s, version 2, has none either, and takes over the cases of version 1',
    (name) => {
      const { file, fileName } = workflowFile(name, 2);
      expect(workflowProblems(file, fileName)).toEqual([]);
      expect(file).toMatchObject({ $schema: './schema.json', version: 2 });
      expect(migrationProblems(shippedWorkflow(name, 2), [shippedWorkflow(name)])).toEqual([]);
    },
  );

  it.each(['rectification', 'immediate', 'staged'])('%s points editors to the schema', (name) => {
    expect(workflowFile(name).file).toMatchObject({ $schema: './schema.json' });
  });
});

/** What is broken, how, where the complaint points, and words that must stand in it. */
const CASES: [string, Loose, string, RegExp, RegExp][] = [
  [
    'a dead end',
    broken((_, stages) => {
      stages['deadline'].states.waiting = { meta: { labels } };
      stages['deadline'].states.rectifying.on.PARK.target = 'waiting';
      delete stages['deadline'].states.parked;
      delete stages['deadline'].on.WITHDRAW;
    }),
    `${S}.deadline.states.waiting`,
    /^状态 deadline\.waiting 走不到“已办结”：没有任何出口/,
    /deadline\.waiting never reaches "closed": nothing leads out/,
  ],
  [
    'a state no case comes to',
    broken((_, stages) => {
      stages['deadline'].states.waiting = {
        meta: { labels },
        on: { RESUME: { target: 'rectifying', actions: 'resume' } },
      };
    }),
    `${S}.deadline.states.waiting`,
    /状态 deadline\.waiting 到不了/,
    /No case ever comes to deadline\.waiting/,
  ],
  [
    'an unknown rule',
    broken((_, stages) => (stages['collected'].on.REJECT.guard = 'isOffice2')),
    `${S}.collected.on.REJECT.guard`,
    /没有这条规则：isOffice2，是不是 isOffice？/,
    /No such rule: isOffice2, did you mean isOffice\?/,
  ],
  [
    'an unknown rule inside all',
    broken((_, stages) => (stages['collected'].on.REJECT.guard.params.rules = ['isOffice', 'isSunny'])),
    `${S}.collected.on.REJECT.guard.params.rules.1`,
    /没有这条规则：isSunny$/,
    /No such rule: isSunny$/,
  ],
  [
    'an unknown action',
    broken((_, stages) => (stages['collected'].on.REJECT.actions = ['closed'])),
    `${S}.collected.on.REJECT.actions.0`,
    /没有这个动作：closed，是不是 close？/,
    /No such action/,
  ],
  [
    'an unknown delay',
    broken(
      (_, stages) => (stages['followUpVisit'].states.visiting.after = { untilTomorrow: { actions: ['remindVisit'] } }),
    ),
    `${S}.followUpVisit.states.visiting.after.untilTomorrow`,
    /没有这个时限：untilTomorrow/,
    /No such delay/,
  ],
  [
    'a delay in milliseconds',
    broken((_, stages) => (stages['followUpVisit'].states.visiting.after = { 1000: { actions: ['remindVisit'] } })),
    `${S}.followUpVisit.states.visiting.after.1000`,
    /没有这个时限：1000/,
    /No such delay/,
  ],
  [
    'an unknown command',
    broken((_, stages) => (stages['assigned'].on.ACEPT = { target: 'deadline', actions: ['accept'] })),
    `${S}.assigned.on.ACEPT`,
    /没有这种操作：ACEPT，是不是 ACCEPT？/,
    /No such command/,
  ],
  [
    'a missing English label',
    broken((_, stages) => delete stages['assigned'].meta.labels.en),
    `${S}.assigned.meta.labels.en`,
    /状态 stage\.assigned 缺英文名称/,
    /no English label/,
  ],
  [
    'a blank Chinese label',
    broken((_, stages) => (stages['assigned'].meta.labels['zh-CN'] = ' ')),
    `${S}.assigned.meta.labels.zh-CN`,
    /缺中文名称/,
    /no Chinese label/,
  ],
  [
    'a state without labels',
    broken((_, s) => delete s['assigned'].meta),
    `${S}.assigned.meta.labels`,
    /没有名称/,
    /has no labels/,
  ],
  [
    'a workflow without an English name',
    broken((file) => delete file['labels'].en),
    'labels.en',
    /流程缺英文名称/,
    /The workflow has no English label/,
  ],
  [
    'a function for a guard',
    broken((_, stages) => (stages['collected'].on.REJECT.guard = () => true)),
    `${S}.collected.on.REJECT.guard`,
    /这里写了代码/,
    /This is code/,
  ],
  [
    'a guard that is a piece of program',
    broken((_, stages) => (stages['collected'].on.REJECT.guard = '({context}) => context.isKey')),
    `${S}.collected.on.REJECT.guard`,
    /这里写了代码/,
    /This is code/,
  ],
  [
    'an action that is a piece of program',
    broken((_, stages) => (stages['assigned'].entry = ['process.exit()'])),
    `${S}.assigned.entry.0`,
    /这里写了代码/,
    /This is code/,
  ],
  [
    'an invoked program',
    broken((_, stages) => (stages['assigned'].invoke = { src: 'mail' })),
    `${S}.assigned.invoke`,
    /不能启动程序/,
    /cannot start programs/,
  ],
  [
    'a key nobody knows',
    broken((_, stages) => (stages['assigned'].tags = ['x'])),
    `${S}.assigned.tags`,
    /不认识“tags”/,
    /"tags" is not known/,
  ],
  [
    'a key nobody knows in a transition',
    broken((_, stages) => (stages['collected'].on.REJECT.cond = 'isOffice')),
    `${S}.collected.on.REJECT.cond`,
    /不认识“cond”/,
    /"cond" is not known/,
  ],
  [
    'a target that does not exist',
    broken((_, stages) => (stages['deadline'].states.rectifying.on.SUBMIT.target = 'checking')),
    `${S}.deadline.states.rectifying.on.SUBMIT.target`,
    /要去的状态不存在：checking/,
    /no such state/,
  ],
  [
    'a target under another id',
    broken((_, stages) => (stages['assigned'].on.ACCEPT.target = '#staged.stage.deadline')),
    `${S}.assigned.on.ACCEPT.target`,
    /要去的状态不存在/,
    /no such state/,
  ],
  [
    'a transition that does nothing',
    broken((_, stages) => (stages['deadline'].on.PROGRESS.actions = [])),
    `${S}.deadline.on.PROGRESS`,
    /既不去别的状态，也没有动作/,
    /Neither a target nor an action/,
  ],
  [
    'a closed place without an outcome',
    broken((_, stages) => delete stages['closed'].states.merged.meta.outcome),
    `${S}.closed.states.merged.meta.outcome`,
    /须写明办结结果/,
    /needs an outcome/,
  ],
  [
    'an outcome nobody counts',
    broken((_, stages) => (stages['closed'].states.merged.meta.outcome = 'forgotten')),
    `${S}.closed.states.merged.meta.outcome`,
    /须写明办结结果/,
    /needs an outcome/,
  ],
  [
    'an outcome on an open place',
    broken((_, stages) => (stages['assigned'].meta.outcome = 'resolved')),
    `${S}.assigned.meta.outcome`,
    /只有办结状态/,
    /Only a final place/,
  ],
  [
    'a first state that does not exist',
    broken((_, stages) => (stages['deadline'].initial = 'start')),
    `${S}.deadline.initial`,
    /须用 initial 写明/,
    /needs an initial state/,
  ],
  [
    'a case that begins closed',
    broken((file) => (file['machine'].states.stage.initial = 'assigned')),
    'machine.states.stage.initial',
    /须从 collected/,
    /begins as collected/,
  ],
  [
    'a rule that reads a form on a transition by time',
    broken((_, stages) => (stages['assigned'].after.untilOfficeIsTold.guard = 'leadUnitExists')),
    `${S}.assigned.after.untilOfficeIsTold.guard`,
    /没有人填写/,
    /reads a filled form/,
  ],
  [
    'a rule asked twice',
    broken((_, stages) => (stages['collected'].on.REJECT.guard.params.rules = ['isOffice', 'isOffice'])),
    `${S}.collected.on.REJECT.guard`,
    /规则“isOffice”写了两次/,
    /stands here twice/,
  ],
  [
    'an action done twice',
    broken((_, stages) => (stages['collected'].on.REJECT.actions = ['close', 'close'])),
    `${S}.collected.on.REJECT.actions.1`,
    /动作“close”写了两次/,
    /stands here twice/,
  ],
  [
    'a transition that never gets its turn',
    broken((_, stages) => stages['followUpVisit'].states.visiting.on.CLOSE_UNVERIFIED.reverse()),
    `${S}.followUpVisit.states.visiting.on.CLOSE_UNVERIFIED.1`,
    /永远轮不到/,
    /never gets its turn/,
  ],
  [
    'an order without its rung',
    broken((_, __, clock) => (clock['overdue'].states.blue.after.untilReplyLapses.actions[0] = 'climb')),
    'machine.states.clock.states.overdue.states.blue.after.untilReplyLapses.actions.0.params.rung',
    /须写明督办等级/,
    /needs a level/,
  ],
  [
    'a level nobody climbs',
    broken((_, __, clock) => (clock['overdue'].states.blue.after.untilReplyLapses.actions[0].params.rung = 'purple')),
    'machine.states.clock.states.overdue.states.blue.after.untilReplyLapses.actions.0.params.rung',
    /须写明督办等级/,
    /needs a level/,
  ],
  [
    'two states of one name',
    broken((_, stages) => {
      stages['deadline'].states.signing = {
        meta: { labels },
        on: { RESUME: { target: 'rectifying', actions: 'resume' } },
      };
      stages['deadline'].states.parked.on.RESUME.target = 'signing';
    }),
    `${S}.followUpVisit.states.signing`,
    /状态名“signing”用了两次/,
    /used twice/,
  ],
  [
    'a typo in the policy',
    broken((file) => {
      file['policy'].lookbackDays = file['policy'].lookBackDays;
    }),
    'policy.lookbackDays',
    /不认识“lookbackDays”/,
    /not known/,
  ],
  [
    'a missing limit',
    broken((file) => delete file['policy'].freshDays),
    'policy.freshDays',
    /缺少“freshDays”/,
    /missing/,
  ],
  [
    'a missing rung in the ladder',
    broken((file) => delete file['policy'].ladder.replyWithin.red),
    'policy.ladder.replyWithin.red',
    /缺少“red”/,
    /missing/,
  ],
  [
    'a limit of no days',
    broken((file) => (file['policy'].workingDays.default = 0)),
    'policy.workingDays.default',
    /须不小于 1/,
    /at least 1/,
  ],
  [
    'half a day',
    broken((file) => (file['policy'].workingDays.byCategory = { noise: 1.5 })),
    'policy.workingDays.byCategory.noise',
    /须是整数/,
    /whole number/,
  ],
  [
    'an office told before the unit',
    broken((file) => (file['policy'].signing.remindAfter = 5)),
    'policy.signing.tellOfficeAfter',
    /不能早于/,
    /before the unit/,
  ],
  ['a wrong track', broken((file) => (file['track'] = 'slow')), 'track', /整改类型/, /track must be/],
  [
    'a version that is no number',
    broken((file) => (file['version'] = '1')),
    'version',
    /须是从 1 起的整数/,
    /whole number/,
  ],
  [
    'a key nobody knows at the top',
    broken((file) => (file['extends'] = 'x')),
    'extends',
    /不认识“extends”/,
    /not known/,
  ],
  [
    'a machine under another name',
    broken((file) => {
      file['name'] = 'renamed';
    }),
    'machine.id',
    /machine\.id 须与流程名 name 相同/,
    /must be the workflow's name/,
  ],
  [
    'a third region',
    broken((file) => (file['machine'].states.mood = { meta: { labels } })),
    'machine.states.mood',
    /只有 stage 和 clock/,
    /two regions/,
  ],
  [
    'a machine whose regions do not run side by side',
    broken((file) => delete file['machine'].type),
    'machine.type',
    /"type": "parallel"/,
    /parallel/,
  ],
];

describe('a workflow file with', () => {
  it.each(CASES)('%s gets exactly that complaint', (_what, file, path, zh, en) => {
    const problems = workflowProblems(file);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.messageZh).toMatch(zh);
    expect(problems[0]?.message).toMatch(en);
  });

  it('a stage of another name is told both that it is wrong and which one is missing', () => {
    const file = JSON.parse(workflowFile('rectification').text.replaceAll('followUpVisit', 'followUp')) as Loose;
    const problems = workflowProblems(file);
    expect(problems.map(({ path }) => path).sort()).toEqual([`${S}.followUp`, `${S}.followUpVisit`]);
  });

  it('states that only lead to each other is told of both', () => {
    const file = broken((_, stages) => {
      stages['deadline'].states.waiting = { meta: { labels }, on: { RESUME: { target: 'parked', actions: 'resume' } } };
      stages['deadline'].states.parked.on.RESUME.target = 'waiting';
      delete stages['deadline'].on.WITHDRAW;
    });
    expect(workflowProblems(file).map(({ messageZh }) => messageZh)).toEqual([
      '状态 deadline.parked 走不到“已办结”：只能在 deadline.waiting 之间打转',
      '状态 deadline.waiting 走不到“已办结”：只能在 deadline.parked 之间打转',
    ]);
  });

  it('a file name that says another version is refused', () => {
    const { file } = workflowFile('staged');
    expect(workflowProblems(file, 'staged.v2.json').map(({ path }) => path)).toEqual(['name']);
    expect(workflowProblems(file, 'rectification.v1.json').map(({ path }) => path)).toEqual(['name']);
  });

  it.each([null, 1, 'x', []])('no object in it (%j) is refused', (file) => {
    expect(workflowProblems(file)).toHaveLength(1);
  });

  it.each([
    {},
    { machine: 1, policy: [], labels: 2 },
    { machine: { states: [] } },
    { machine: { states: { stage: 3, clock: [] } } },
  ])('next to nothing in it (%j) is told so without falling over', (file) =>
    expect(workflowProblems(file).length).toBeGreaterThan(3),
  );
});

describe('a checked workflow', () => {
  it('is ready to decide, and keeps the hash of its file', () => {
    expect(checkedWorkflow(workflowFile('immediate').file, 'abc').hash).toBe('abc');
  });

  it('is refused with every problem in both languages', () => {
    const file = broken((given, stages) => {
      given['policy'].freshDays = -1;
      delete stages['assigned'].meta.labels.en;
    });
    expect(() => checkedWorkflow(file, 'abc')).toThrow(
      expect.objectContaining({
        messageZh: expect.stringMatching(/policy\.freshDays: 须不小于 1.*\n.*缺英文名称/) as string,
        message: expect.stringMatching(/policy\.freshDays: must be at least 1/) as string,
      }) as Error,
    );
  });
});
