import { askOwnServer, type OwnServer } from '#data/sync/server/own-server.ts';
import { paths } from '#ui/paths.ts';

/**
 * The server that this app came from, as a screen of connecting offers it; asked when that screen
 * is shown.
 */
export class OwnServerHere {
  #found = $state<OwnServer>();

  /** To be called once the screen is shown. */
  look(): void {
    void askOwnServer(paths.root()).then((found) => (this.#found = found));
  }
  /** Reactive: what it keeps in step; undefined of plain files, and until it has answered. */
  get keeps(): OwnServer | undefined {
    return this.#found;
  }
  /** What it is called. */
  get host(): string {
    return location.host;
  }
}
