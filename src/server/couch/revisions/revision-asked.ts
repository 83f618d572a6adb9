import type { Context } from 'hono';
import { isMark, isMarkRevision } from '../forms/mark-form.ts';
import { INVALID_REVISION, isRevision } from '../query.ts';
import { badRequest, type Refusal } from '../refusals.ts';

const DIFFERENT = badRequest(
  'Document rev from request body and query string or etag have different values',
);

type RevisionAsked =
  | { readonly rev: string | undefined; readonly refused?: undefined }
  | { readonly rev?: undefined; readonly refused: Refusal };

/**
 * The revision that a write is meant for: in the body, the query or `If-Match`; all that are
 * present must agree.
 */
export const revisionAsked = (c: Context, inside?: unknown): RevisionAsked => {
  const match = c.req.header('if-match')?.replace(/^(?:W\/)?"(.*)"$/, '$1');
  const revs = [...new Set([inside, c.req.query('rev'), match].filter((rev) => rev !== undefined))];
  if (revs.length > 1) return { refused: DIFFERENT };
  const [rev] = revs;
  const isKnown = isMark(c.req.param('id')) ? isMarkRevision : isRevision;
  return rev === undefined || isKnown(rev) ? { rev } : { refused: INVALID_REVISION };
};
