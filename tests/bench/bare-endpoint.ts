import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { storeInFolder } from '#server/couch/store.ts';

// The endpoint's own store behind a plain server: it asks nobody who they are, looks at no document
// and serves one database. Started by the bench in a process of its own, with the folder of its
// data.

const store = await storeInFolder(process.argv[2] ?? '');
store.make('w');
const database = store.open('w');
if (database === undefined) throw new Error('the database was not made');

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0
    ? {}
    : (JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>);
};

const answerTo = async (request: IncomingMessage): Promise<unknown> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench');
  const body = await bodyOf(request);
  const [limit, since] = [Number(searchParams.get('limit')), Number(searchParams.get('since'))];
  if (pathname.endsWith('/_bulk_docs')) return database.bulkDocs(body['docs'] as object[], {});
  if (pathname.endsWith('/_all_docs'))
    return database.allDocs({ keys: body['keys'], include_docs: true });
  if (pathname.endsWith('/_bulk_get')) return database.bulkGet({ docs: body['docs'] as object[] });
  return database.changes({ include_docs: true, conflicts: true, limit, since });
};

const server = createServer((request, response) => {
  answerTo(request).then(
    (answer) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
