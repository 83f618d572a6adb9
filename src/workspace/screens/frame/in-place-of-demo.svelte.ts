import type { App } from '#ui/app.svelte.ts';
import type LeaveDemo from './LeaveDemo.svelte';

/** The question that is asked before the example goes: its sheet, and what is done after it. */
type Asked = { readonly Sheet: typeof LeaveDemo; readonly onleave: () => Promise<void> };

/**
 * Work that takes the place of the example, which is erased by it: asks first where something of
 * someone's own goes with it.
 */
export class InPlaceOfDemo {
  #asked = $state.raw<Asked>();

  /** Reactive: what is to be shown now. */
  get asked(): Asked | undefined {
    return this.#asked;
  }

  /** Does it, once nothing is lost by it or someone said so. */
  async run(app: Pick<App, 'hasWorkspace' | 'isDemo'>, work: () => Promise<void>): Promise<void> {
    if (!app.hasWorkspace || !app.isDemo) return work();
    // Shown anew at each press: what could not be fetched or read is tried again.
    this.stay();
    const { default: Sheet } = await import('./LeaveDemo.svelte');
    const onleave = async (): Promise<void> => {
      try {
        await work();
      } finally {
        this.stay();
      }
    };
    this.#asked = { Sheet, onleave };
  }

  /** The example stays as it is. */
  stay(): void {
    this.#asked = undefined;
  }
}
