import type { Attachment } from 'svelte/attachments';

/** What a row that is dragged tells. */
type Dragging = {
  /** Over the place of another row, or none. */
  readonly over: (at: number | undefined) => void;
  /** Let go over the place of another row. */
  readonly drop: (at: number) => void;
};

/** So far a finger moves before it drags, in px: less is a press. */
const STARTS_AT = 6;

/** The place under a point, as rows carry it (`data-at`). */
const placeAt = (x: number, y: number): number | undefined => {
  const at = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-at]')?.dataset.at;
  return at === undefined ? undefined : Number(at);
};

const swallow = (event: Event): void => event.stopPropagation();

/** Lets a grip drag its row to another one's place; a press without moving stays a press. */
export const dragRow =
  ({ over, drop }: Dragging): Attachment<HTMLElement> =>
  (grip) => {
    const start = (down: PointerEvent): void => {
      if (down.button !== 0) return;
      const stop = new AbortController();
      const { signal } = stop;
      let isDragging = false;
      window.addEventListener(
        'pointermove',
        (move) => {
          isDragging ||= Math.abs(move.clientY - down.clientY) > STARTS_AT;
          if (isDragging) over(placeAt(move.clientX, move.clientY));
        },
        { signal },
      );
      const end = (up: PointerEvent): void => {
        stop.abort();
        over(undefined);
        if (!isDragging) return;
        // The press that a drag ends with opens no menu; the next one does.
        grip.addEventListener('click', swallow, { capture: true });
        setTimeout(() => grip.removeEventListener('click', swallow, { capture: true }));
        const at = placeAt(up.clientX, up.clientY);
        if (up.type === 'pointerup' && at !== undefined) drop(at);
      };
      window.addEventListener('pointerup', end, { signal });
      window.addEventListener('pointercancel', end, { signal });
    };
    grip.addEventListener('pointerdown', start);
    return () => grip.removeEventListener('pointerdown', start);
  };
