/** The shape of a complaint about a workflow file: where, and what is wrong, in words an administrator understands. */

export interface Problem {
  /** Place in the file, keys joined by dots: `machine.states.stage.states.assigned.on.ACCEPT`. */
  path: string;
  message: string;
  messageZh: string;
}

export type Json = Readonly<Record<string, unknown>>;

/** A complaint; Chinese first, as everywhere in the house. */
export function problem(path: string, messageZh: string, message: string): Problem {
  return { path, message, messageZh };
}

/** True for a JSON object, false for arrays, null and everything else. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that may stand alone or in a list, as a list; empty where it is absent. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Complaints about keys a part of the file does not know; `invoke` and `spawn` are named for what they are. */
export function unknownKeys(part: Json, known: readonly string[], path: string): Problem[] {
  return Object.keys(part)
    .filter((key) => !known.includes(key))
    .map((key) =>
      ['invoke', 'spawn', 'spawnChild'].includes(key)
        ? problem(
            `${path}.${key}`,
            `流程文件里不能启动程序（${key}）：文件只写数据，不写代码`,
            `A workflow file cannot start programs (${key}): it is data, not code`,
          )
        : problem(
            `${path}.${key}`,
            `不认识“${key}”这一项；这里只能写：${known.join('、')}`,
            `"${key}" is not known here; what may stand here: ${known.join(', ')}`,
          ),
    );
}

/** Complaints about functions anywhere and about names that are pieces of program. */
export function codeProblem(value: unknown, path: string): Problem | null {
  const looksLikeCode = typeof value === 'string' && /=>|[(){};`]|^\s*(function|return|async)\b|\$\{/.test(value);
  if (typeof value !== 'function' && !looksLikeCode) return null;
  const shown = typeof value === 'function' ? 'function' : String(value).slice(0, 40);
  return problem(
    path,
    `这里写了代码（${shown}）：只能写目录里已有的名称`,
    `This is code (${shown}): only names from the catalogue may stand here`,
  );
}

/** Complaints about a label that is missing in one of the two languages. */
export function labelProblems(labels: unknown, path: string, whatZh: string, what: string): Problem[] {
  if (!isObject(labels)) {
    return [
      problem(
        path,
        `${whatZh}没有名称：须写中文（zh-CN）和英文（en）`,
        `${what} has no labels: zh-CN and en are needed`,
      ),
    ];
  }
  const missing = (['zh-CN', 'en'] as const).filter(
    (language) => typeof labels[language] !== 'string' || labels[language].trim() === '',
  );
  return [
    ...unknownKeys(labels, ['zh-CN', 'en'], path),
    ...missing.map((language) =>
      language === 'en'
        ? problem(`${path}.en`, `${whatZh}缺英文名称（en）`, `${what} has no English label (en)`)
        : problem(`${path}.zh-CN`, `${whatZh}缺中文名称（zh-CN）`, `${what} has no Chinese label (zh-CN)`),
    ),
  ];
}
