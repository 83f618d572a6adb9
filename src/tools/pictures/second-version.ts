import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENCODINGS } from '../../server/compression.ts';
import type { Album } from './album.ts';
import { open, turnTo, type Desk } from './desk.ts';
import type { ServedSite } from './site.ts';
import { TODAY } from './seed.ts';

/** A copy of the build with another service worker: to the browser that is a new version. */
const newVersion = async (build: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'volym-next-'));
  await cp(build, folder, { recursive: true });
  const worker = join(folder, 'service-worker.js');
  await appendFile(worker, '\n// the next version\n');
  // What it was compressed to is the version before.
  for (const ending of Object.values(ENCODINGS)) await rm(worker + ending, { force: true });
  return folder;
};

/** Home on an iPhone's third visit, with a new version waiting and the hint to install the app. */
export const updateAndInstall = async (
  desk: Desk,
  album: Album,
  { site, build }: { readonly site: ServedSite; readonly build: string },
): Promise<void> => {
  const { page } = desk;
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const folder = await newVersion(build);
  try {
    site.take(folder);
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    for (const hour of ['08', '10', '12']) {
      await turnTo(page, TODAY, `${hour}:00`);
      await open(desk, '/deadlines', 'Frister');
    }
    await turnTo(page, TODAY);
    await page.getByText('Ny version klar').waitFor();
    await page.getByText('Lägg Volym på hemskärmen').waitFor();
    await album.add(page, { look: '52' });
  } finally {
    site.take(build);
    await rm(folder, { recursive: true });
  }
};

/** The example workspace: marked on every screen until it is erased. */
export const example = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/', 'Vad sköter du om?');
  await page.getByRole('button', { name: 'Prova med exempeldata' }).click();
  await page.getByRole('heading', { name: 'Gör nu' }).waitFor();
  await album.add(page, { look: '21-example' });
};
