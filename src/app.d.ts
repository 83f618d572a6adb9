import type { Catalogues } from '#ui/text.ts';

declare global {
  namespace App {
    /** What a history entry holds beside its address. */
    interface PageState {
      /** The step of the first start. */
      setup?: 'choose' | 'rules' | 'names' | 'passphrase' | 'kit';
      /** A file waits in memory for its dry run. */
      importing?: boolean;
    }
    /** Texts that a route's own layout loads beside the frame's. */
    // Kit adds to an interface of this name, and to no type.
    // oxlint-disable-next-line typescript/no-empty-object-type
    interface PageData extends Partial<Omit<Catalogues, 'shell'>> {}
    /** What is over a page without leaving it (shallow routing). */
    interface PageState {
      /** Id of the record whose rule is explained. */
      rule?: string;
      /** Id of the record whose history is open. */
      history?: string;
    }
  }
}

export {};
