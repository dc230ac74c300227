/** Routes found by the parts of an address: in the order of their registration, and nothing that Express would read otherwise. */
import express, { type Request, type Response } from 'express';
import { DirectRoutes } from '../../src/http/direct-routes.js';
import { inTurn } from '../../src/http/in-turn.js';

function found(adapter: DirectRoutes, method: string, url: string): unknown {
  const request = { method, url } as Request;
  let passed = false;
  adapter.dispatch(request, {} as Response, () => (passed = true));
  return passed ? 'passed on' : { route: (request.route as { path: string }).path, ...request.params };
}

it('finds the first route that fits and leaves the rest to Express', () => {
  const adapter = new DirectRoutes(express());
  const route = (): void => undefined;
  for (const path of [
    '/api/cases/alike',
    '/api/cases/:id',
    '/api/cases/late',
    '/api/cases/:id/orders/:order',
    '/api/v2/:name.:ending',
    '/api/v2/list',
  ])
    adapter.get(path, route);
  expect(found(adapter, 'GET', '/api/cases/alike?q=1')).toEqual({ route: '/api/cases/alike' });
  expect(found(adapter, 'GET', '/api/cases/7')).toEqual({ route: '/api/cases/:id', id: '7' });
  expect(found(adapter, 'GET', '/api/cases/late')).toEqual({ route: '/api/cases/:id', id: 'late' });
  expect(found(adapter, 'GET', '/api/cases/7/orders/9')).toEqual({
    route: '/api/cases/:id/orders/:order',
    id: '7',
    order: '9',
  });
  for (const url of [
    '/api/cases/%37',
    '/api/cases/7/',
    '/api/cases//orders/9',
    '/api/Cases/7',
    '/api/v2/list',
    '/api/cases',
  ])
    expect([url, found(adapter, 'GET', url)]).toEqual([url, 'passed on']);
  expect(found(adapter, 'HEAD', '/api/cases/7')).toBe('passed on');
  expect(found(adapter, 'POST', '/api/cases/7')).toBe('passed on');
});

it('runs middlewares in turn and hands on what one of them throws or passes on', () => {
  const seen: string[] = [];
  const run = (...names: string[]): unknown[] => {
    let ended: unknown[] = ['not'];
    const each = names.map((name) => (_request: unknown, _response: unknown, next: (error?: unknown) => void) => {
      seen.push(name);
      if (name === 'throws') throw new Error(name);
      if (name !== 'answers') next(name === 'refuses' ? name : undefined);
    });
    inTurn(...each)({} as Request, {} as Response, (...with_: unknown[]) => (ended = with_));
    return ended;
  };
  expect(run('a', 'b')).toEqual([undefined]);
  expect(run('a', 'refuses', 'never')).toEqual(['refuses']);
  expect(run('throws', 'never')).toEqual([new Error('throws')]);
  expect(run('answers', 'never')).toEqual(['not']);
  expect(seen).not.toContain('never');
});
