import type { VolymRecord } from '#domain/record.ts';
import { paths } from './paths.ts';

/** The screen of a record of its own: the one place that knows which kind has which. */
export const addressOf = ({ id, kind }: Pick<VolymRecord, 'id' | 'kind'>): string =>
  kind === 'content-token' ? paths.token(id) : paths.order(id);
