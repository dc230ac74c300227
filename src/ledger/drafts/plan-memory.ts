/** Plans of the drafts that are being looked at: rows are asked page by page, and reading the file anew for each page would cost too much. */

/** Plans at once on a server; one of a large ledger takes tens of megabytes. */
const MOST = 4;
/** Milliseconds after which a plan is made anew: what it rests on moves on, and names of persons should not stay. */
const LASTS = 120_000;

interface Remembered<T> {
  version: number;
  plan: Promise<T>;
  forget: NodeJS.Timeout;
}

export class PlanMemory<T> {
  private readonly plans = new Map<string, Remembered<T>>();

  /** The plan of this draft under choices of this version, made by `make` where it is not at hand. */
  of(id: string, version: number, make: () => Promise<T>): Promise<T> {
    const found = this.plans.get(id);
    if (found?.version === version) return found.plan;
    this.forget(id);
    const plan = make();
    const forget = setTimeout(() => this.plans.delete(id), LASTS).unref();
    this.plans.set(id, { version, plan, forget });
    plan.catch(() => this.forget(id));
    for (const oldest of this.plans.keys()) {
      if (this.plans.size <= MOST) break;
      this.forget(oldest);
    }
    return plan;
  }

  /** The plan that is at hand, if there is one of this version. */
  known(id: string, version: number): Promise<T> | undefined {
    const found = this.plans.get(id);
    return found?.version === version ? found.plan : undefined;
  }

  forget(id: string): void {
    clearTimeout(this.plans.get(id)?.forget);
    this.plans.delete(id);
  }
}
