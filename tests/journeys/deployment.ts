import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from './serve.ts';

/** A server whose files can be exchanged, as by a deployment: the address stays, the old files are gone. */
export type Deployment = {
  readonly url: string;
  readonly folder: string;
  deploy(files: string): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
};

/** Serves a copy of these files from a folder of its own. */
export const startDeployment = async (files: string): Promise<Deployment> => {
  const folder = await mkdtemp(join(tmpdir(), 'volym-deployed-'));
  await cp(files, folder, { recursive: true });
  const server = await serve(folder);
  return {
    url: server.url,
    folder,
    stop: server.stop,
    deploy: async (next) => {
      await rm(folder, { recursive: true, force: true });
      await cp(next, folder, { recursive: true });
      await server.restart();
    },
    remove: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
