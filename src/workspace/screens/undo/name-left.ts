import { toasts } from '#ui/toast.svelte.ts';

/** Lets the line at the foot of the screen name what an undo left, once there is such a thing. */
export const nameWhatIsLeft = (): void =>
  toasts.nameLeftBy(async (problem, text) =>
    (await import('./left-by-undo.ts')).leftByUndoWords(problem, text),
  );
