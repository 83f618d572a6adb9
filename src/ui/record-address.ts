import type { VolymRecord } from '#domain/record.ts';
import { paths } from './paths.ts';

const SCREENS: Readonly<Record<string, (id: string) => string>> = {
  'content-token': paths.token,
  'volume-app': paths.app,
};

/** The screen of a record of its own: the one place that knows which kind has which. */
export const addressOf = ({ id, kind }: Pick<VolymRecord, 'id' | 'kind'>): string => (SCREENS[kind] ?? paths.order)(id);
