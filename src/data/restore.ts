import { fromTrash } from '#domain/trash.ts';
import type { Records } from './records.ts';

/** Takes an order or batch out of the trash, and with it the codes under it that were thrown away. */
export const restoreFromTrash = async (records: Records, id: string): Promise<void> => {
  const codes = await records.find({ parent: id, kind: 'redemption-code', trashed: 'only' });
  await records.change(id, fromTrash);
  await records.changeMany(
    codes.map((code) => code.id),
    fromTrash,
  );
};
