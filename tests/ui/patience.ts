import { configure, prettyDOM } from '@testing-library/svelte';

/**
 * What is not found is looked for again and again, and each time the whole page was written out for
 * an error that nobody reads: here it is when somebody does.
 */
class NotFound extends Error {
  override readonly name = 'TestingLibraryElementError';
  readonly #said: string | null;
  readonly #container: Element;

  constructor(said: string | null, container: Element) {
    super();
    this.#said = said;
    this.#container = container;
    Object.defineProperty(this, 'message', {
      configurable: true,
      get: () => [this.#said, prettyDOM(this.#container)].filter(Boolean).join('\n\n'),
    });
  }
}

// A busy machine is slow, not wrong: what does not come is found all the same, by the test's own
// time.
configure({
  asyncUtilTimeout: 60_000,
  getElementError: (said, container) => new NotFound(said, container as Element),
});
