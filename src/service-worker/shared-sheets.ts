/// <reference types="@sveltejs/kit" />
import { registerRoute } from 'workbox-routing';
import {
  SHARED_FIELD,
  sharedPath,
  type SharedMessage,
  type SharedSheet,
} from '#platform/browser/shared-sheet.ts';
import { hostOf } from './host-of.ts';
import { waitingFor } from './waiting.ts';

/** A shared sheet that is not fetched within this time is dropped: it holds codes in plain text. */
const KEPT_MS = 60_000;

/**
 * Takes a sheet that another app shared with this one (the manifest's `share_target`) and opens the
 * import, which asks for it. It stays in memory only: no unsealed code is written to the device
 * (X9).
 */
export const takeSharedSheets = (worker: ServiceWorkerGlobalScope, base: string): void => {
  const shared = waitingFor<SharedSheet>(KEPT_MS);

  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname === sharedPath(base),
    async ({ request }) => {
      const sheet = (await request.formData()).get(SHARED_FIELD);
      shared.keep(
        sheet instanceof File
          ? { sheet, from: hostOf(request.referrer, worker.origin) }
          : undefined,
      );
      return Response.redirect(`${base}/import?shared`, 303);
    },
    'POST',
  );
  worker.addEventListener('message', ({ data, ports }) => {
    if ((data as Partial<SharedMessage> | null)?.type !== 'TAKE_SHARED') return;
    ports[0]?.postMessage(shared.take());
  });
};
