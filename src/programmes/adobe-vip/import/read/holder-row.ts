import { shortened } from '#core/import/tables/table-columns.ts';
import { visibleText } from '#core/text/visible-text.ts';
import { vipIdOf } from './cell-meanings.ts';
import type { Cells, Failure } from './cells.ts';
import { holderStateIn } from './words/holder-headings.ts';
import type { ListedHolder } from './values.ts';

/**
 * Someone on a list of the Admin Console, with every product that the row names. A name in parts is
 * put together; whoever has neither account nor name is nobody.
 */
export const readHolder = (cells: Cells): ListedHolder | Failure => {
  const { text, headingOf } = cells;
  const inParts = visibleText(`${text('firstName')} ${text('lastName')}`);
  const person = {
    account: text('email') || text('userName'),
    name: text('personName') || inParts,
    group: text('userGroup'),
  };
  if (person.account + person.name === '') return { reason: 'nobody-listed' };
  const state = text('status');
  if (holderStateIn(state) === 'gone')
    return { reason: 'holder-gone', params: { written: shortened(state) } };
  if (state !== '' && holderStateIn(state) === undefined)
    cells.note('word-not-known', { field: 'status', written: shortened(state) });
  const fields = ['configurations', 'product', 'profile'] as const;
  if (fields.every((field) => headingOf(field) === '')) return { reason: 'product-missing' };
  // A profile tells which product where the product has no column, and else how it is used.
  const listed = text('configurations').split(/[,;|]/).map(visibleText);
  const named = text('product') || text('profile');
  const products = [...new Set([named, ...listed])].filter((product) => product !== '');
  return {
    is: 'holder',
    person,
    products,
    vipId: vipIdOf(cells),
    memberName: text('memberName'),
    isOfConsole: headingOf('identityType') !== '' && headingOf('configurations') !== '',
  };
};
