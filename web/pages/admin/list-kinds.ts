/** The lists that an administrator pastes: their columns, and the calls that try and write them. */
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Column } from '../../pasting/paste-block.js';

export type ListKind = 'units' | 'people';
export type ListKey = 'name' | 'parent' | 'username' | 'unit' | 'roles';
export type ListRow = Partial<Record<ListKey, string>>;
export type Said = components['schemas']['RowSaidView'];

export const COLUMNS: Record<ListKind, readonly Column<ListKey>[]> = {
  units: [
    { key: 'name', headers: ['单位名称', '单位', '名称', '部门', '部门名称', 'name', 'unit'] },
    { key: 'parent', headers: ['上级单位', '上级', '上级部门', '主管单位', '所属单位', 'parent', 'parentunit'] },
  ],
  people: [
    { key: 'name', headers: ['姓名', '名字', 'name'] },
    { key: 'username', headers: ['用户名', '登录名', '账号', '警号', 'username'] },
    { key: 'unit', headers: ['单位', '所属单位', '部门', '单位名称', 'unit'] },
    { key: 'roles', headers: ['角色', '职责', '岗位', '身份', 'role', 'roles'] },
  ],
};
/** Columns without which a list says nothing. */
export const NEEDED: Record<ListKind, readonly ListKey[]> = { units: ['name'], people: ['name', 'unit'] };

/** What is sent of a row, beside what it says. */
export interface Judged {
  despite: boolean;
  seen?: Said['kind'] | undefined;
  password?: string | undefined;
}

const unitRow = ({ name = '', parent = '' }: ListRow, judged: Judged) => ({ name, parent, ...judged });
const personRow = ({ name = '', username = '', unit = '', roles = '' }: ListRow, judged: Judged) => ({
  ...{ name, username, unit, roles },
  ...judged,
});

/** What would become of each row; nothing is written. */
export async function tryList(kind: ListKind, rows: readonly ListRow[], despite: readonly boolean[]): Promise<Said[]> {
  const judged = (at: number): Judged => ({ despite: despite[at] === true });
  const { rows: said } =
    kind === 'units'
      ? await answer(
          api.POST('/api/setup/units/check', { body: { rows: rows.map((row, at) => unitRow(row, judged(at))) } }),
        )
      : await answer(
          api.POST('/api/setup/people/check', { body: { rows: rows.map((row, at) => personRow(row, judged(at))) } }),
        );
  return said;
}

/** Writes the rows as they were seen, all or none; the number of what is new. */
export async function writeList(kind: ListKind, rows: readonly ListRow[], judged: readonly Judged[]): Promise<number> {
  const { added } =
    kind === 'units'
      ? await answer(api.POST('/api/setup/units', { body: { rows: rows.map((row, at) => unitRow(row, judged[at]!)) } }))
      : await answer(
          api.POST('/api/setup/people', { body: { rows: rows.map((row, at) => personRow(row, judged[at]!)) } }),
        );
  return added;
}

/** The cells of a workbook or CSV. */
export async function cellsOf(file: File): Promise<string[][]> {
  const form = new FormData();
  form.append('file', file, file.name);
  const { rows } = await answer(
    api.POST('/api/setup/sheet', { body: { file: '' }, bodySerializer: () => form }), // what is sent is the form
  );
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
