import type { ReturnedTogether } from '../../ground.ts';
import { FIELDS_TOGETHER } from '../rules/fields-together.ts';
import type { VipKindId } from './kinds.ts';

/** What of a customer and of a price returns together. */
export const returnedWith: ReturnedTogether<VipKindId> = FIELDS_TOGETHER;
