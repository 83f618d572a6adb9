import { commands } from 'vitest/browser';
import { browserDisk } from '../data/sync/disk.ts';
import { ONLY_READS, type FuzzServer } from './fuzz-server.ts';
import type { Ground } from './ground.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    openFuzzServer(onDisk: boolean): Promise<number>;
    askFuzzServer(port: number, method: string, path: string): ReturnType<FuzzServer['ask']>;
    copyFuzzServer(port: number): Promise<void>;
    putBackFuzzServer(port: number): Promise<void>;
    closeFuzzServer(port: number): Promise<void>;
  }
}

const openServer = async (onDisk: boolean): Promise<FuzzServer> => {
  const port = await commands.openFuzzServer(onDisk);
  const readers = new Set<string>();
  return {
    app: {
      request: (address, init) => {
        const headers = new Headers(init?.headers);
        if (readers.has(headers.get('authorization') ?? '')) headers.set(ONLY_READS, 'yes');
        return fetch(address.replace('http://endpoint', `http://127.0.0.1:${port}`), {
          ...init,
          headers,
        });
      },
    },
    ask: (method, path) => commands.askFuzzServer(port, method, path),
    readers,
    copy: () => commands.copyFuzzServer(port),
    putBack: () => commands.putBackFuzzServer(port),
    close: () => commands.closeFuzzServer(port),
  };
};

/** Devices in a browser's page, with their records in its own database; the server is in Node. */
export const pageGround: Ground = {
  openServer,
  newDisk: browserDisk,
  turn: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage('turn');
    }),
};
