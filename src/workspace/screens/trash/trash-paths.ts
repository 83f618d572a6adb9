import { paths } from '#ui/paths.ts';

/** Address of a record in the trash. */
export const trashedPath = (record: string): string => `${paths.trash()}/${record}`;
