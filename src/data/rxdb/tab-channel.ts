type Heard = (message: unknown) => void;

/**
 * Replaces the package broadcast-channel, with which RxDB tells the tabs of this device what one of
 * them wrote: the browser's own channel behind that package's interface. Its workarounds for older
 * browsers cost 5 kB, and no browser that we support needs them.
 */
export class BroadcastChannel {
  readonly #channel: globalThis.BroadcastChannel;
  readonly #listeners = new Set<Heard>();

  constructor(name: string) {
    this.#channel = new globalThis.BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.#listeners.forEach((heard) => heard(data));
  }

  addEventListener(_: 'message', heard: Heard): void {
    this.#listeners.add(heard);
  }

  removeEventListener(_: 'message', heard: Heard): void {
    this.#listeners.delete(heard);
  }

  postMessage(message: unknown): Promise<void> {
    this.#channel.postMessage(message);
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#listeners.clear();
    this.#channel.close();
    return Promise.resolve();
  }
}

/**
 * RxDB asks it whether a tab leads, so that a hidden tab that does not may rest. Only the tab that
 * leads by a lock of the browser starts a sync at all (`sync/tabs/tab-sync.ts`).
 */
export const createLeaderElection = (): object => ({
  isLeader: true,
  hasLeader: true,
  awaitLeadership: () => Promise.resolve(),
  die: () => Promise.resolve(),
});
