/** A tenant in a database: the units, people and categories of the pure tier, and an executor onto its cases. */
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../src/domain/command.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import type { Collection, Done, Intent } from '../../src/executor/intent.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { Workflows } from '../../src/engine/workflow.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import type { Database } from '../../src/store/database/database.js';
import { HistoryStore } from '../../src/store/cases/history.store.js';
import { ACTOR, CATEGORY, UNIT, immediate, rectification, refs, staged, units } from './engine.js';

export interface Fixture {
  executor: CommandExecutor;
  dependencies: Dependencies;
  history: HistoryStore;
  /** Sends one command through the command executor. */
  send: (
    caseId: string,
    actor: Actor,
    at: number,
    type: string,
    payload?: Record<string, unknown>,
    id?: string,
  ) => Promise<Done>;
  /** Collects a case and answers its id. */
  collect: (at: number, more?: Partial<Collection>) => Promise<string>;
  /** Collects and assigns a case to the lead unit, and has it accepted. */
  working: (at: number, assignment?: Record<string, unknown>) => Promise<string>;
}

const workflows = new Workflows([rectification, immediate, staged]);

/** Fills an empty database with the tenant of `engine.ts`; the same people and units, so that both tiers speak of the same things. */
export async function openFixture(database: Database, now: () => number = Date.now): Promise<Fixture> {
  const { pool } = database;
  for (const unit of units.all()) {
    await pool.query('INSERT INTO unit (id, name, parent_id) VALUES ($1, $2, $3)', [unit.id, unit.name, unit.parentId]);
  }
  for (const [id, code] of [
    [CATEGORY.order, 'publicOrder'],
    [CATEGORY.noise, 'noise'],
  ]) {
    await pool.query('INSERT INTO category (id, code, name_zh, name_en) VALUES ($1, $2, $2, $2)', [id, code]);
  }
  for (const actor of Object.values(ACTOR)) {
    if (actor.userId === null) continue;
    await pool.query(
      `INSERT INTO person (id, username, name, password_hash, unit_id, created_at) VALUES ($1, $2, $3, '', $4, now())`,
      [actor.userId, actor.userId, actor.name, actor.unitId],
    );
  }
  for (const workflow of workflows.all()) {
    await pool.query(
      `INSERT INTO workflow_version (name, version, hash, content, released_at) VALUES ($1, $2, $3, '', now())`,
      [workflow.name, workflow.version, workflow.hash],
    );
  }
  const referenceData = { current: () => refs, version: () => 1, refresh: () => Promise.resolve() };
  const dependencies: Dependencies = { cases: new CaseStore(database), referenceData, workflows, now };
  const history = new HistoryStore({ pool });
  const executor = new CommandExecutor(dependencies, history);
  const send: Fixture['send'] = async (caseId, actor, at, type, payload = {}, id = uuid()) => {
    const [done] = await executor.execute({
      steps: [{ kind: 'command', command: { id, type, caseId, actor, at, payload } }],
    });
    return done!;
  };
  const collect: Fixture['collect'] = async (at, more) => {
    const { steps } = collecting(at, more);
    const [done] = await executor.execute({ steps });
    return done!.state.id;
  };
  return {
    executor,
    dependencies,
    history,
    send,
    collect,
    working: async (at, assignment = {}) => {
      const id = await collect(at);
      await send(id, ACTOR.clerk, at, 'ASSIGN', { leadUnitId: UNIT.lead, ...assignment });
      await send(id, ACTOR.handler, at, 'ACCEPT');
      return id;
    },
  };
}

/** The intent that collects one case from a hotline call. */
export function collecting(at: number, more: Partial<Collection> = {}): Intent {
  const collection: Collection = {
    id: uuid(),
    caseId: uuid(),
    actor: ACTOR.clerk,
    at,
    workflow: 'rectification',
    title: '东街路灯不亮',
    description: '东街社区东风砖厂的马路路灯全部不亮，存在安全隐患。',
    source: 'hotline',
    context: { officeUnitId: UNIT.office, categoryId: CATEGORY.order, isKey: false, raisedOutside: true },
    ...more,
  };
  return { steps: [{ kind: 'collect', collection }] };
}
