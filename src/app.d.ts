import type { Catalogues } from '#ui/text.ts';

declare global {
  namespace App {
    /** Texts that a route's own layout loads beside the frame's. */
    interface PageData {
      credit?: Catalogues['credit'];
      import?: Catalogues['import'];
      vault?: Catalogues['vault'];
    }
  }
}

export {};
