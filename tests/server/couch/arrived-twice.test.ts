import { afterEach, expect, test } from 'vitest';
import { endpoint } from './endpoint.ts';

const server = endpoint();
afterEach(() => server.close());

const write = async (doc: object): Promise<{ rev?: string; error?: string }> => {
  const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: [doc] });
  return (body as { rev?: string; error?: string }[])[0] ?? {};
};

test('X8: an edit that arrives a second time, when its document was deleted since, is a conflict like any other', async () => {
  const { rev: first } = await write({ _id: 'a', x: 1 });
  const edit = { _id: 'a', _rev: first, x: 2 };
  const { rev: second } = await write(edit);
  expect((await write({ _id: 'a', _rev: second, _deleted: true })).error).toBeUndefined();
  expect(await write(edit)).toMatchObject({ error: 'conflict' });
  expect((await server.ask('GET', '/w/a')).status).toBe(404);
});
