import { Hono } from 'hono';
import { serveAttachments } from './attachments.ts';
import { serveBulks } from './bulk.ts';
import { serveDatabases } from './databases.ts';
import { serveDocuments } from './documents.ts';
import type { Env, Parts } from './entering.ts';
import { serveFeed } from './feed.ts';
import { serveListing } from './listing.ts';
import { serveMarks } from './marks.ts';
import { MISSING, loggedRefusalOf } from './refusals.ts';
import { answer } from './request.ts';

/**
 * The databases as CouchDB serves them over HTTP: what replication asks for, and what PouchDB's
 * client does.
 */
export const couchApp = (parts: Parts): Hono<Env> => {
  const app = new Hono<Env>();
  app.onError((error, c) => answer(c, loggedRefusalOf(error)));
  // The first matching route answers: fixed names come before ids.
  serveDatabases(app, parts);
  serveFeed(app, parts);
  serveListing(app, parts);
  serveBulks(app, parts);
  serveMarks(app, parts);
  serveDocuments(app, parts);
  serveAttachments(app, parts);
  app.all('*', (c) => answer(c, MISSING));
  return app;
};
