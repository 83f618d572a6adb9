import { flushSync } from 'svelte';

/**
 * Whether the page is being printed: then lists draw all that they have, and not what the screen
 * holds.
 */
class Printing {
  #isOn = $state(false);

  constructor() {
    if (typeof matchMedia === 'undefined') return;
    const set = (isOn: boolean): void => flushSync(() => void (this.#isOn = isOn));
    // The browser takes the page as it is when these are over; a change of the medium comes from
    // its tools.
    addEventListener('beforeprint', () => set(true));
    addEventListener('afterprint', () => set(false));
    matchMedia('print').addEventListener('change', ({ matches }) => set(matches));
  }

  get isOn(): boolean {
    return this.#isOn;
  }
}

/** The one printer of the page. */
export const printing = new Printing();
