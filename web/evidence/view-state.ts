/** How a picture lies in the viewer: how large, which way up, and where. */
import { computed, ref, type ComputedRef, type Ref } from 'vue';

const MOST_ZOOM = 8;
const STEP = 1.5;

export interface ViewState {
  zoom: Ref<number>;
  /** What the picture is drawn with. */
  transform: ComputedRef<string>;
  enlarge: () => void;
  reduce: () => void;
  /** A quarter to the right. */
  turn: () => void;
  /** Moves an enlarged picture by so many pixels of the screen. */
  move: (x: number, y: number) => void;
  zoomTo: (zoom: number) => void;
  reset: () => void;
}

/** A picture as it came: whole, upright, in the middle. Zoom lies between 1, the whole picture, and 8. */
export function useViewState(): ViewState {
  const zoom = ref(1);
  const quarters = ref(0);
  const place = ref({ x: 0, y: 0 });
  function zoomTo(wanted: number): void {
    zoom.value = Math.min(MOST_ZOOM, Math.max(1, wanted));
    // the whole picture lies in the middle again
    if (zoom.value === 1) place.value = { x: 0, y: 0 };
  }
  return {
    zoom,
    transform: computed(
      () => `translate(${place.value.x}px, ${place.value.y}px) scale(${zoom.value}) rotate(${quarters.value * 90}deg)`,
    ),
    enlarge: () => zoomTo(zoom.value * STEP),
    reduce: () => zoomTo(zoom.value / STEP),
    turn: () => void (quarters.value = (quarters.value + 1) % 4),
    move: (x, y) => {
      if (zoom.value > 1) place.value = { x: place.value.x + x, y: place.value.y + y };
    },
    zoomTo,
    reset: () => {
      zoomTo(1);
      quarters.value = 0;
    },
  };
}
