/** The workflows by which cases are handled, in all their versions. */
import { Injectable } from '@nestjs/common';
import { notFound } from '../domain/errors.js';
import { namedToday, nameToday } from '../engine/names-today.js';
import { type Workflow, Workflows } from '../engine/workflow.js';
import { PeopleStore } from '../store/people/people.store.js';
import { type Withdrawal, WorkflowStore } from '../store/reference-data/workflow.store.js';
import type { SavedVersion, WithdrawnVersion, WorkflowLine, WorkflowView } from './workflow-line.dto.js';

@Injectable()
export class WorkflowListService {
  constructor(
    private readonly known: Workflows,
    private readonly people: PeopleStore,
    private readonly store: WorkflowStore,
  ) {}

  /** Every workflow and version, by name, newest first. */
  async list(): Promise<WorkflowLine[]> {
    const withdrawals = await this.store.withdrawals();
    return Promise.all(
      [...this.known.all()]
        .sort((a, b) => (a.name === b.name ? b.version - a.version : a.name < b.name ? -1 : 1))
        .map((workflow) => this.line(workflow, withdrawals)),
    );
  }

  /** One workflow with its numbers and its chart. 404 where there is none. */
  async one(name: string, version: string): Promise<WorkflowView> {
    const found = this.known.all().find((each) => each.name === name && String(each.version) === version);
    if (found === undefined) throw notFound('workflow', '整改流程', `${name} v${version}`.slice(0, 80));
    return { ...(await this.line(found)), policy: found.policy, machine: namedToday(found.config) };
  }

  /** A version as the list has it. */
  async line(workflow: Workflow, withdrawals?: readonly Withdrawal[]): Promise<WorkflowLine> {
    const { name, version, hash, labels, track, migratesFrom } = workflow;
    const newest = this.known.newest(name).version === version;
    const takesOver = migratesFrom.map((mapping) => mapping.version).sort((a, b) => a - b);
    return {
      name,
      version,
      hash,
      labels: nameToday(labels),
      track,
      newest,
      saved: await this.savedBy(workflow),
      withdrawn: await this.withdrawnBy(workflow, withdrawals ?? (await this.store.withdrawals())),
      takesOver,
    };
  }

  private async withdrawnBy(of: Workflow, withdrawals: readonly Withdrawal[]): Promise<WithdrawnVersion | null> {
    const found = withdrawals.find(({ name, version }) => name === of.name && version === of.version);
    if (found === undefined) return null;
    const { name: byName } = await this.people.get(found.personId);
    return { byName, at: new Date(found.at).toISOString(), reason: found.why };
  }

  private async savedBy({ saved }: Workflow): Promise<SavedVersion | null> {
    if (saved === undefined) return null;
    const { name } = await this.people.get(saved.by);
    return { byName: name, at: new Date(saved.at).toISOString(), note: saved.note };
  }
}
