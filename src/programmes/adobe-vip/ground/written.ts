import { textOf } from '#core/text/form-text.ts';
import type { Written } from '../../ground.ts';
import { editCustomer, takeEditBack } from '../rules/customer/edit-customer.ts';
import type { VipKindId } from './kinds.ts';

/** How the fields of customers are written by hand; those of their purchases are put right. */
export const written: Written<VipKindId> = {
  'vip-customer': {
    // Programme and segment are changed on its form alone, which knows what is under the
    // customer.
    fields: [
      'name',
      'vipId',
      'marketplaceId',
      'adminName',
      'adminEmail',
      'anniversary',
      'owner',
      'firstOrderOn',
      'deputy',
    ],
    write: (record, { field, value }, { today }, { others = [], ...beside }) =>
      editCustomer(record, { [field]: textOf(value) }, others, { ...beside, today }),
    takeBack: takeEditBack,
  },
  'purchase-authorization': undefined,
  'vip-order': undefined,
  'return-authorization': undefined,
  'price-list-item': undefined,
  'invoice-line': undefined,
};
