import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { appleApi } from './api.ts';
import { controlApi } from './control.ts';
import type { Snapshot } from './data/snapshot.ts';
import { tick } from './events.ts';
import { worldOf, type Settings, type World } from './world.ts';

/** A simulator that listens. */
export type Simulator = {
  /** Where its control is: `${url}/simulator/state`. */
  readonly url: string;
  /** What clients have as Apple's base address. */
  readonly base: string;
  readonly world: World;
  close(): Promise<void>;
};

/** How a simulator is started. */
export type Starting = Partial<Settings> & {
  readonly port?: number;
  /** A tick of time each so many ms; 0 leaves it to `POST /simulator/tick`. */
  readonly tickMs?: number;
};

/** Apple's API and the control of the simulator as one function from `Request` to `Response`. */
export const simulatorApp = (world: World): Hono => {
  const app = new Hono();
  app.route('/simulator', controlApi(world));
  // As Apple's, it lets no page of another origin read its answers (apple.md §2.9).
  app.route('/mdm/v2', appleApi(world));
  return app;
};

/** Starts a simulator that listens on this computer only. */
export const startSimulator = async (
  snapshot: Snapshot,
  starting: Starting = {},
): Promise<Simulator> => {
  const { port = 0, tickMs = 0, ...settings } = starting;
  const world = worldOf(snapshot, settings);
  const server = createAdaptorServer(simulatorApp(world));
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  const timer = tickMs > 0 ? setInterval(() => tick(world), tickMs) : undefined;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> => {
    clearInterval(timer);
    return new Promise((done) => {
      server.close(() => done());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  };
  return { url, base: `${url}/mdm/v2`, world, close };
};
