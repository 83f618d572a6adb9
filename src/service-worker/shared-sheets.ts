/// <reference types="@sveltejs/kit" />
import { registerRoute } from 'workbox-routing';
import {
  SHARED_FIELD,
  sharedPath,
  type HandedOver,
  type SharedMessage,
} from '#platform/browser/shared-sheet.ts';
import { hostOf } from './host-of.ts';
import { waitingFor } from './waiting.ts';

/** What was shared and is not fetched within this time is dropped: it holds codes in plain text. */
const KEPT_MS = 60_000;

/**
 * Takes the sheets that another app shared with this one (the manifest's `share_target`) and opens
 * the import, which asks for them. They stay in memory only: no unsealed code is written to the
 * device (X9).
 */
export const takeSharedSheets = (worker: ServiceWorkerGlobalScope, base: string): void => {
  const shared = waitingFor<HandedOver>(KEPT_MS);

  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname === sharedPath(base),
    async ({ request }) => {
      const given = (await request.formData()).getAll(SHARED_FIELD);
      const sheets = given.filter((sheet) => sheet instanceof File);
      const [sheet] = sheets;
      const from = hostOf(request.referrer, worker.origin);
      shared.keep(sheet === undefined ? undefined : { sheet, sheets, from });
      return Response.redirect(`${base}/import?shared`, 303);
    },
    'POST',
  );
  worker.addEventListener('message', ({ data, ports }) => {
    if ((data as Partial<SharedMessage> | null)?.type !== 'TAKE_SHARED') return;
    ports[0]?.postMessage(shared.take());
  });
};
