import type { Context, Hono } from 'hono';
import { letIn, type Env, type Parts } from './entering.ts';
import {
  idOfMark,
  isMarkRevision,
  largestMark,
  NO_MARK_ATTACHMENTS,
  whyNoMark,
  writeMark,
} from './forms/mark-form.ts';
import { INVALID_REVISION } from './query.ts';
import { answer, bodyOf } from './request.ts';
import { wholeAnswer } from './answers/whole-answer.ts';

/** `_local`: documents that are not replicated, the marks of those who replicate. */
export const serveMarks = (app: Hono<Env>, parts: Parts): void => {
  const enters = letIn(parts);
  const path = '/:database/_local/:id{[^/]+}';
  app.get(path, enters('read'), async (c) => wholeAnswer(c, await c.get('database').get(idIn(c))));
  app.put(path, enters('read', markIn), async (c) => {
    const { body, refused } = await bodyOf(c, largestMark(markIn(c)));
    if (refused !== undefined) return answer(c, refused);
    const mark = { ...body, _id: idIn(c), _rev: body._rev ?? c.req.query('rev') };
    const why = whyNoMark(mark);
    if (why !== undefined) return answer(c, why);
    return c.json(await writeMark(c.get('database'), mark), body._deleted === true ? 200 : 201);
  });
  app.delete(path, enters('read', markIn), async (c) => {
    const rev = c.req.query('rev') ?? c.req.header('if-match')?.replaceAll('"', '');
    if (!isMarkRevision(rev)) return answer(c, INVALID_REVISION);
    return c.json(await writeMark(c.get('database'), { _id: idIn(c), _rev: rev, _deleted: true }));
  });
  // As in CouchDB, a slash in the name of a local document is written %2F, otherwise an attachment
  // is meant.
  app.all('/:database/_local/:id/:name{.+}', enters('write'), (c) =>
    answer(c, NO_MARK_ATTACHMENTS),
  );
};

const markIn = (c: Context): string => c.req.param('id') ?? '';

const idIn = (c: Context): string => idOfMark(markIn(c));
