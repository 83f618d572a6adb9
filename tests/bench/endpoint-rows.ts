import type { BenchRow } from './table.ts';
export const endpointRows = async (): Promise<BenchRow[]> => [];
