import type { UndoMade } from '#data/records/change-fields.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';

/** Undoes something of VIP; returns why it could not: `More` is what its own screen has words for. */
export type VipUndo<More extends string = never> = UndoMade<VipRefused['code'] | More>;
