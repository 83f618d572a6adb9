import type { endpoint } from '../server/couch/endpoint.ts';

/** What a page says of a device that only reads: it keeps the list of them itself. */
export const ONLY_READS = 'x-only-reads';

/** An endpoint of a round. */
export type FuzzServer = {
  readonly app: { request(address: string, init?: RequestInit): Promise<Response> };
  readonly ask: ReturnType<typeof endpoint>['ask'];
  /** Devices that only read, by what they call themselves. */
  readonly readers: Set<string>;
  /** Notes all that the server has. */
  copy(): Promise<void>;
  /** All is as it was when it was noted. */
  putBack(): Promise<void>;
  close(): Promise<void>;
};
