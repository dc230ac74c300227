/** Tries a draft on the past, saves a version of the office's own, moves open cases to a version. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import type { Policy } from '../domain/policy.js';
import { silencingProblems } from '../engine/check-policy.js';
import { takesTwo } from '../engine/policy-needs.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { migrateCases } from '../executor/migrate-cases.js';
import type { Dependencies } from '../executor/run-batch.js';
import { DEPENDENCIES } from '../executor/dependencies-token.js';
import { rulesChanged } from '../notify/rules-changed.js';
import type { Client } from '../store/messages/entry-rows.js';
import { WorkflowStore } from '../store/reference-data/workflow.store.js';
import { checkedDraft, draftOf, invalidDraft } from './draft.js';
import { ownVersion } from './own-version.js';
import { placeLabels } from './place-labels.js';
import { Simulator } from './simulator.js';
import { simulationShown } from './simulation-shown.js';
import type { WorkflowLine } from './workflow-line.dto.js';
import { WorkflowListService } from './workflow-list.service.js';
import {
  MOST_MOVED,
  type MigrationOrder,
  type MigrationShown,
  type OwnVersion,
  type SimulationOrder,
  type SimulationShown,
  type Withdrawn,
} from './workflows.dto.js';

@Injectable()
export class WorkflowsService {
  constructor(
    private readonly lists: WorkflowListService,
    private readonly simulator: Simulator,
    private readonly store: WorkflowStore,
    private readonly executor: CommandExecutor,
    private readonly clock: Clock,
    @Inject(DEPENDENCIES) private readonly dependencies: Dependencies,
  ) {}

  /** What would have been different under the draft. 422 for one that is no workflow, 429 where another simulation runs. */
  async simulate({ file, from, to }: SimulationOrder): Promise<SimulationShown> {
    return simulationShown(await this.simulator.run(draftOf(file, this.dependencies.workflows), { from, to }));
  }

  /** Saves these numbers as the next version of the office's own. 404 where the base is not there, 422 for numbers that pass no check or
   *  are those of the base, and for a base whose chart lets a case leave by one person where a later one does not. */
  async save(actor: Actor, name: string, { base: version, policy, note }: OwnVersion): Promise<WorkflowLine> {
    const { workflows } = this.dependencies;
    const base = workflows.version(name, version);
    if (base === undefined) throw notFound('workflow', '整改流程', `${name} v${version}`.slice(0, 80));
    if (!takesTwo(base) && workflows.all().some((one) => one.name === name && takesTwo(one))) {
      throw new Refused(
        422,
        'workflow.olderRules',
        '该版本的流程图已被更严的版本取代，新事项不能再按它办理，请以较新的版本为基础修改',
        'The chart of this version was replaced by a stricter one and is no base for new cases: change the numbers of a later version',
      );
    }
    if (JSON.stringify(policy) === JSON.stringify(base.policy)) {
      throw new Refused(422, 'workflow.nothingChanged', '没有改动任何数字', 'No number was changed');
    }
    const made = (next: number): ReturnType<typeof ownVersion> => {
      const file = ownVersion(base, policy as Policy, next, workflows.all());
      checkedDraft(file, workflows);
      const silencing = silencingProblems(file.policy);
      if (silencing.length > 0) throw invalidDraft(silencing);
      return file;
    };
    const at = this.clock.now();
    const by = { personId: actor.userId!, note, at };
    const refs = this.dependencies.referenceData.current();
    const told = (next: number, client: Client): Promise<void> =>
      rulesChanged({ cause: 'policy', workflow: name, version: next }, actor, refs, at)(client);
    return this.lists.line(await this.store.save(name, by, made, told));
  }

  /** Withdraws a version for new cases, which get the newest that is left. 404 where there is none, 409 where it is withdrawn already or the
   *  last. */
  async withdraw(actor: Actor, name: string, version: number, { reason: why }: Withdrawn): Promise<WorkflowLine> {
    const found = this.dependencies.workflows.version(name, version);
    if (found === undefined) throw notFound('workflow', '整改流程', `${name} v${version}`.slice(0, 80));
    const at = this.clock.now();
    const change = { cause: 'withdrawn', workflow: name, version: found.version } as const;
    const told = rulesChanged(change, actor, this.dependencies.referenceData.current(), at);
    const isNew = await this.store.withdraw(found, { personId: actor.userId!, why, at }, told);
    if (!isNew) throw new Refused(409, 'workflow.withdrawn', '该版本已停用', 'This version is withdrawn already');
    return this.lists.line(found);
  }

  /** Moves open cases, a bounded number, or says in a dry run what would become of them. 404 and 422 as `migrateCases`. */
  async migrate(actor: Actor, name: string, order: MigrationOrder): Promise<MigrationShown> {
    const { from, to, after, dryRun = false } = order;
    const by = { id: actor.userId, name: actor.name };
    const at = this.clock.now();
    const told = await migrateCases(this.executor, this.dependencies, {
      name,
      from,
      to,
      by,
      at,
      dryRun,
      after,
      limit: MOST_MOVED,
    });
    const [old, next] = [
      this.dependencies.workflows.version(name, from)!,
      this.dependencies.workflows.version(name, to)!,
    ];
    return {
      ...told,
      moved: told.moved.map((one) => ({
        ...one,
        fromLabels: placeLabels(old, one.from),
        toLabels: placeLabels(next, one.to),
      })),
      staying: told.staying.map(({ place: state, ...one }) => ({
        ...one,
        state,
        stateLabels: placeLabels(old, state),
      })),
    };
  }
}
