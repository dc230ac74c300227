/** Fingers and mouse on a picture: one moves what is enlarged or goes on to the next, two make it larger. */
import type { ViewState } from './view-state.js';

/** Pixels that a finger goes sideways before the next picture comes. */
const SWIPE = 60;

export interface Touch {
  down: (event: PointerEvent) => void;
  moved: (event: PointerEvent) => void;
  up: (event: PointerEvent) => void;
  wheel: (event: WheelEvent) => void;
}

/** Handlers for the place of the picture; `go` is asked for the next (1) or the one before (-1). */
export function useTouch(view: ViewState, go: (by: 1 | -1) => void): Touch {
  const fingers = new Map<number, { x: number; y: number }>();
  let from: { x: number; y: number } | undefined;
  let apart: number | undefined;
  const distance = (): number | undefined => {
    const [one, other] = [...fingers.values()];
    return one === undefined || other === undefined ? undefined : Math.hypot(one.x - other.x, one.y - other.y);
  };
  function up(event: PointerEvent): void {
    const wasOne = fingers.size === 1;
    fingers.delete(event.pointerId);
    apart = distance();
    if (!wasOne || from === undefined) return;
    const sideways = event.clientX - from.x;
    const isSwipe = view.zoom.value === 1 && Math.abs(sideways) > SWIPE && Math.abs(event.clientY - from.y) < SWIPE;
    from = undefined;
    if (isSwipe) go(sideways < 0 ? 1 : -1);
  }
  return {
    down: (event) => {
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      apart = distance();
      from = fingers.size === 1 ? { x: event.clientX, y: event.clientY } : undefined;
    },
    moved: (event) => {
      const before = fingers.get(event.pointerId);
      if (before === undefined) return;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const now = distance();
      if (now === undefined || apart === undefined) {
        view.move(event.clientX - before.x, event.clientY - before.y);
        return;
      }
      view.zoomTo(view.zoom.value * (now / apart));
      apart = now;
    },
    up,
    wheel: (event) => (event.deltaY < 0 ? view.enlarge() : view.reduce()),
  };
}
