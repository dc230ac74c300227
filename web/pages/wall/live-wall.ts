/** The wall as the service last told it. Stays alive for days: the browser reconnects after a short break, this does after a long one,
 *  and nothing is kept but the newest wall. */
import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { answer, api } from '../../api/client.js';
import { asProblem, Problem, type Said } from '../../api/problem.js';
import type { components } from '../../api/schema.js';

export type Wall = components['schemas']['Wall'];
export type WallRow = Wall['rows'][number];

/** Three heartbeats of the service, milliseconds: who has heard nothing for longer listens to a dead line. */
const SILENCE = 45_000;
const AGAIN = 5_000;

/** A heartbeat: the service's own time, epoch milliseconds, and when it came here, by `performance.now()`. */
export interface Heard {
  server: number;
  here: number;
}

export interface LiveWall {
  wall: ShallowRef<Wall | null>;
  /** `lost` while the line is down; the wall on the screen is then as old as its `at`. `ended`: another screen took its place. */
  line: Ref<'opening' | 'live' | 'lost' | 'ended'>;
  /** The service's last heartbeat; null before the first. */
  heard: ShallowRef<Heard | null>;
  /** Why there is no wall: a refusal. A lost connection is not one. */
  refused: ShallowRef<Problem | null>;
  /** Called with the wall before and the one after. */
  onChange: (tell: (before: Wall, after: Wall) => void) => void;
  retry: () => void;
}

/** Listens while the component is there. Call in setup. */
export function useLiveWall(): LiveWall {
  const wall = shallowRef<Wall | null>(null);
  const line = ref<'opening' | 'live' | 'lost' | 'ended'>('opening');
  const heard = shallowRef<Heard | null>(null);
  const refused = shallowRef<Problem | null>(null);
  let tell: ((before: Wall, after: Wall) => void) | undefined;
  let source: EventSource | undefined;
  let timer: number | undefined;
  let isGone = false;

  const later = (act: () => void, ms: number): void => {
    window.clearTimeout(timer);
    if (!isGone) timer = window.setTimeout(act, ms);
  };
  function hear(at: string): void {
    line.value = 'live';
    heard.value = { server: Date.parse(at), here: performance.now() };
    refused.value = null;
    later(openAgain, SILENCE);
  }
  /** A line that says nothing is dead, whatever the browser believes: a cable pulled out closes no connection. */
  function openAgain(): void {
    if (line.value === 'live') line.value = 'lost';
    open();
  }
  function open(): void {
    source?.close();
    if (isGone) return;
    const opened = (source = new EventSource('/api/wall/stream'));
    opened.addEventListener('alive', ({ data }: MessageEvent<string>) => hear((JSON.parse(data) as { at: string }).at));
    opened.addEventListener('wall', ({ data }: MessageEvent<string>) => {
      const told = JSON.parse(data) as Wall;
      show(told);
      hear(told.at);
    });
    opened.addEventListener('replaced', ({ data }: MessageEvent<string>) => {
      const { code, message, messageZh } = JSON.parse(data) as Said;
      // Not by itself again: the screen that came last would have to go, and so on in a ring.
      opened.close();
      window.clearTimeout(timer);
      line.value = 'ended';
      refused.value = new Problem(409, code, messageZh, message);
    });
    opened.addEventListener('error', () => {
      line.value = 'lost';
      // Closed for good means refused: ask why. Else the browser is already trying again.
      if (opened.readyState === EventSource.CLOSED) later(() => void ask(), wall.value === null ? 0 : AGAIN);
    });
    later(openAgain, SILENCE);
  }
  /** An ended session is renewed by the transport, over the page; then the line is opened again. */
  async function ask(): Promise<void> {
    try {
      show(await answer(api.GET('/api/wall')));
      open();
    } catch (error) {
      const problem = asProblem(error);
      if (!problem.mayPass) refused.value = problem;
      later(() => void ask(), problem.mayPass ? AGAIN : 10 * AGAIN);
    }
  }
  function show(after: Wall): void {
    const before = wall.value;
    wall.value = after;
    if (before !== null) tell?.(before, after);
  }

  onMounted(open);
  onBeforeUnmount(() => {
    isGone = true;
    window.clearTimeout(timer);
    source?.close();
  });
  return { wall, line, heard, refused, onChange: (act) => void (tell = act), retry: () => void ask() };
}
