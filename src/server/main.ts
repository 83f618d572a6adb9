import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { adminBy } from './accounts/admin.ts';
import { createApp } from './app.ts';
import { LONGEST_BODY_MS } from './couch/answers/slow-body.ts';
import { keepToOneself, openFolderProblem } from './data-folder.ts';
import { endpointInFolder, type Endpoint } from './endpoint.ts';
import { answersTo } from './own-names.ts';
import {
  addressOf,
  listenProblem,
  readSettings,
  rightsProblem,
  type Settings,
} from './settings.ts';
import { followSite, type Site } from './site.ts';

/** Open answers get this long to end before their connections are cut. */
const GRACE_MS = 300;

/**
 * How long a client may take to send its request, the headers and all of it (ms): until then a
 * connection costs resources. Less if it is slow.
 */
const PATIENCE = {
  headersTimeout: 20_000,
  requestTimeout: LONGEST_BODY_MS,
  connectionsCheckingInterval: 5_000,
};

/** A connection without a byte for that long is cut: twice the longest long-poll. */
const SILENCE_MS = 120_000;

const fail = (sentence: string): never => {
  console.error(sentence);
  return process.exit(1);
};

/** Creates the data folder and returns the warning about its permissions, if any. */
const makeDataFolder = (folder: string): string => {
  try {
    return openFolderProblem(folder, keepToOneself(folder));
  } catch (error) {
    return fail(
      `The data folder ${folder} cannot be made (${String(error)}); choose another: DATA=/some/folder npm start`,
    );
  }
};

const openBuild = (folder: string, base: string): (() => Site) => {
  try {
    const site = followSite(folder);
    const builtForBase = site().start.bytes.includes(`"${base}/_app/`);
    return builtForBase
      ? site
      : fail(`${folder} was built for another BASE_PATH; npm start builds it anew.`);
  } catch (error) {
    return fail(`The app is not built yet (${String(error)}); npm start builds it.`);
  }
};

const openEndpoint = async ({ data, admin: given, setUpAgain }: Settings): Promise<Endpoint> => {
  const admin = given === undefined ? undefined : adminBy(given.name, given.password);
  // From here on there is nothing but its hash.
  delete process.env.ADMIN_PASSWORD;
  try {
    return await endpointInFolder(data, { admin, setUpAgain });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(
      `The accounts in ${data} cannot be read (${why}); nothing was changed. Restore accounts.json.`,
    );
  }
};

const start = async (settings: Settings, folder: string, notice: string): Promise<void> => {
  const endpoint = await openEndpoint(settings);
  const { apple, base, names, connectTo } = settings;
  const app = createApp({
    site: openBuild(folder, base),
    endpoint,
    apple,
    base,
    connectTo,
    answersTo: answersTo(names),
  });
  // What the adapter itself refuses (a backslash, a broken Host) goes through the app as a bad
  // address, for its headers.
  const refuse = (): Response | Promise<Response> =>
    app.request('/', {}, { incoming: { url: '/%' } });
  const server = createServer(PATIENCE, getRequestListener(app.fetch, { errorHandler: refuse }));
  server.setTimeout(SILENCE_MS);

  const stop = (): void => {
    server.close(() => void endpoint.close().finally(() => process.exit(0)));
    setTimeout(() => server.closeAllConnections(), GRACE_MS);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The launcher is gone without having sent a signal.
  process.on('disconnect', stop);

  server.on('error', (error) => fail(listenProblem(error, settings)));
  server.listen(settings.port, settings.host, () => {
    const { port } = server.address() as AddressInfo;
    const address = addressOf(settings.host, port, settings.base);
    console.log(`Volym is ready: ${address}`);
    console.log(`Data folder: ${settings.data}`);
    for (const rights of [notice, rightsProblem(process.getuid?.())])
      if (rights !== '') console.log(rights);
    const { setUp } = endpoint.doors;
    // Without any key, and worth nothing once it was used: whoever sees this terminal owns the
    // server anyway.
    if (setUp !== undefined)
      console.log(
        `To sync a workspace with this server, open this link once: ${address}join#set-up.${setUp}`,
      );
    if (apple !== undefined) console.log(`Calls to Apple are relayed to ${apple}`);
    console.log('Stop with Ctrl-C.');
  });
};

const settings = readSettings(process.env);
if ('problem' in settings) fail(settings.problem);
else {
  const notice = makeDataFolder(settings.data);
  await start(
    settings,
    resolve(process.argv[2] ?? resolve(import.meta.dirname, '../../build')),
    notice,
  );
}
