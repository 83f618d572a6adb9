import { paths } from '../paths.ts';

/** Address of a record in the trash, which home does not need. */
export const trashedPath = (record: string): string => `${paths.trash()}/${record}`;
