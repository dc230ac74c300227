/** Questions that arrive together share a query, and none gets an answer older than itself. */
import { SharedQuery } from '../../src/store/sql/shared-query.js';

/** A query whose answers come when the test says so; it answers as things stand when it is sent. */
function desk(patience?: number) {
  const facts = new Map<string, number>();
  const sent: { questions: string[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const query = new SharedQuery<string, number>((questions) => {
    const seen = new Map(facts);
    return new Promise((settle, fail) => sent.push({ questions, answer: () => settle(seen), fail }));
  }, patience);
  return { facts, sent, query };
}
const nextTurn = () => new Promise((done) => setTimeout(done, 5));

it('asks once for all questions of one turn, each of them once, and answers each its own', async () => {
  const { facts, sent, query } = desk();
  facts.set('a', 1).set('b', 2);
  const answers = Promise.all(['a', 'b', 'a', 'nobody'].map((question) => query.of(question)));
  await nextTurn();
  expect(sent.map(({ questions }) => questions)).toEqual([['a', 'b', 'nobody']]);
  sent[0]!.answer();
  expect(await answers).toEqual([1, 2, 1, undefined]);
});

it('answers a question that comes while a query is under way from the next one, with what has changed since', async () => {
  const { facts, sent, query } = desk();
  facts.set('a', 1);
  const early = query.of('a');
  await nextTurn();
  facts.delete('a');
  const late = [query.of('a'), query.of('b')];
  await nextTurn();
  expect(sent).toHaveLength(1);
  sent[0]!.answer();
  expect(await early).toBe(1);
  await nextTurn();
  expect(sent.map(({ questions }) => questions)).toEqual([['a'], ['a', 'b']]);
  sent[1]!.answer();
  expect(await Promise.all(late)).toEqual([undefined, undefined]);
});

it('tells a fault to those who shared the query and serves those who come after', async () => {
  const { facts, sent, query } = desk();
  facts.set('a', 1);
  const both = Promise.allSettled([query.of('a'), query.of('b')]);
  await nextTurn();
  const next = query.of('a');
  sent[0]!.fail(new Error('the database is away'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await nextTurn();
  sent[1]!.answer();
  expect(await next).toBe(1);
});

it('does not wait for ever behind a query that never answers', async () => {
  const { facts, sent, query } = desk(0);
  facts.set('a', 1);
  void query.of('a');
  await nextTurn();
  const next = query.of('a');
  await nextTurn();
  expect(sent).toHaveLength(2);
  sent[1]!.answer();
  expect(await next).toBe(1);
});
