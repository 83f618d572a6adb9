import type { Language } from '#core/language/language.ts';
import { reportBug } from '#platform/report-bug.ts';
import { toasts } from '#ui/toast.svelte.ts';

/**
 * Tells of what nobody caught, in a sheet that is loaded only now. Where that cannot be loaded (no
 * network, and nothing kept on the device) a line says so: a second failure of its own would call
 * for the sheet again, without end.
 */
export const tellOfTrouble = async (
  error: unknown,
  language: Language,
  otherwise: string,
  load = () => import('./show-trouble.ts'),
): Promise<void> => {
  try {
    await (await load()).showTrouble(error, language);
  } catch (failed) {
    reportBug('trouble could not be shown', failed);
    toasts.say(otherwise);
  }
};
