/// <reference types="@sveltejs/kit" />
import { base, build, files, prerendered, version } from '$service-worker';
import { cacheNames, clientsClaim } from 'workbox-core';
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { keepPolicyOfToday } from './policy-of-today.ts';
import { answeredByServer, filesToKeep, startPage } from './precache.ts';
import { answerReminders } from './reminders.ts';
import { takeSharedSheets } from './shared-sheets.ts';
import { whyNotKept } from './whole-version.ts';

declare const self: ServiceWorkerGlobalScope;

// Versions are never mixed: a version is installed completely or not at all.
addPlugins([
  {
    fetchDidSucceed: async ({ request, response, event }) => {
      const reason =
        event.type === 'install'
          ? await whyNotKept(request.url, response, { base, build })
          : undefined;
      if (reason !== undefined) throw new Error(`${request.url}: ${reason}`);
      return response;
    },
  },
]);

// The files of the version in use stay until the next one is activated, which waits for the user's
// tap.
precacheAndRoute(filesToKeep({ base, build, files, prerendered, version }));
cleanupOutdatedCaches();

// SvelteKit reloads the page when the server has another version and an address is unknown. The
// answer comes from the version that is served here: otherwise such an address would reload the
// waiting app's old page forever.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === `${base}/_app/version.json`,
  async () => Response.json({ version }),
);

const keepPolicy = async (): Promise<void> => {
  const key = getCacheKeyForURL(startPage(base));
  if (key !== undefined)
    await keepPolicyOfToday(await caches.open(cacheNames.precache), key, startPage(base));
};

const fromHere = createHandlerBoundToURL(startPage(base));
const screens = new NavigationRoute(
  (asked) => {
    // The page does not wait for it: it may be offline.
    (asked.event as ExtendableEvent).waitUntil(keepPolicy());
    return fromHere(asked);
  },
  { denylist: answeredByServer(base) },
);
registerRoute(screens);

// A first visit needs no reload to work offline.
clientsClaim();

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'SKIP_WAITING'
  ) {
    event.waitUntil(self.skipWaiting());
  }
});

answerReminders(self);
takeSharedSheets(self, base);
