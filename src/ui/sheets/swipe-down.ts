import type { Attachment } from 'svelte/attachments';

/** Pulled this far, or thrown this fast (px per ms), a sheet goes. */
const FAR = 120;
const FAST = 0.6;

/**
 * Lets the part marked `data-swipe` pull the element down with the finger; `--pulled` follows it,
 * `away` ends it.
 */
export const swipeDown =
  (away: () => void): Attachment<HTMLElement> =>
  (sheet) => {
    let from: { readonly y: number; readonly at: number } | undefined;
    const pulled = (event: PointerEvent): number =>
      Math.max(0, event.clientY - (from?.y ?? event.clientY));
    const isSideways = (): boolean => matchMedia('(min-width: 700px)').matches;

    const down = (event: PointerEvent): void => {
      const part = (event.target as Element).closest('[data-swipe]');
      if (part === null || (event.target as Element).closest('button') !== null || isSideways())
        return;
      from = { y: event.clientY, at: event.timeStamp };
      part.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      if (from !== undefined) sheet.style.setProperty('--pulled', `${pulled(event)}px`);
    };
    const up = (event: PointerEvent): void => {
      if (from === undefined) return;
      const distance = pulled(event);
      const speed = distance / Math.max(1, event.timeStamp - from.at);
      from = undefined;
      sheet.style.removeProperty('--pulled');
      if (event.type === 'pointerup' && (distance > FAR || (distance > 24 && speed > FAST))) away();
    };

    const handlers = {
      pointerdown: down,
      pointermove: move,
      pointerup: up,
      pointercancel: up,
    } as const;
    for (const [type, handler] of Object.entries(handlers))
      sheet.addEventListener(type, handler as EventListener);
    return () => {
      for (const [type, handler] of Object.entries(handlers))
        sheet.removeEventListener(type, handler as EventListener);
    };
  };
