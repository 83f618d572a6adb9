import Ban from '@lucide/svelte/icons/ban';
import CircleX from '@lucide/svelte/icons/circle-x';
import KeyRound from '@lucide/svelte/icons/key-round';
import List from '@lucide/svelte/icons/list';
import Pencil from '@lucide/svelte/icons/pencil';
import RotateCcwClock from '@lucide/svelte/icons/rotate-ccw-clock';
import SearchX from '@lucide/svelte/icons/search-x';
import Trash2 from '@lucide/svelte/icons/trash-2';
import UsersRound from '@lucide/svelte/icons/users-round';
import Wallet from '@lucide/svelte/icons/wallet';
import type { OrderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import type { IconComponent } from '#ui/controls/icon.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import type { OrderSheet } from './order-sheet.ts';

type Item = {
  readonly label: string;
  readonly icon: IconComponent;
  readonly danger?: boolean;
  readonly onpress: () => void;
};

/**
 * What the menu does: leads somewhere, opens a sheet or the history, or puts the order into the
 * trash.
 */
export type MenuMeans = {
  readonly text: Texts;
  readonly state: OrderState;
  readonly hasCodes: boolean;
  /** This device may change the order, not only read it. */
  readonly mayChange: boolean;
  onedit(): void;
  oncodes(): void;
  onsheet(sheet: OrderSheet): void;
  onhistory(): void;
  ontrash(): void;
};

const ENDED: readonly OrderState[] = ['rejected', 'lost', 'cancelled', 'redeemed', 'spent'];
const ORDERED: readonly OrderState[] = ['ordered', 'validated'];

/** The choices of an order's menu, those that are possible in its state. */
export const orderMenu = (means: MenuMeans): Item[] => {
  const { text, state, hasCodes, mayChange, onedit, oncodes, onsheet } = means;
  const words = text.credit.menu;
  const codes = hasCodes ? [{ label: words.codes, icon: List, onpress: oncodes }] : [];
  const history = { label: words.history, icon: RotateCcwClock, onpress: () => means.onhistory() };
  if (!mayChange) return [...codes, history];
  const step = (kind: 'lost' | 'cancelled' | 'rejected' | 'spent') => () =>
    onsheet({ is: 'step', kind });
  const open = !ENDED.includes(state) && state !== 'draft';
  return [
    { label: words.edit, icon: Pencil, onpress: onedit },
    { label: words.assign, icon: UsersRound, onpress: () => onsheet({ is: 'assign' }) },
    ...codes,
    ...(hasCodes
      ? [{ label: words.addCode, icon: KeyRound, onpress: () => onsheet({ is: 'code' }) }]
      : []),
    ...(state === 'redeemed' ? [{ label: words.spent, icon: Wallet, onpress: step('spent') }] : []),
    ...(ORDERED.includes(state)
      ? [{ label: words.rejected, icon: CircleX, onpress: step('rejected') }]
      : []),
    ...(open ? [{ label: words.lost, icon: SearchX, onpress: step('lost') }] : []),
    ...(open ? [{ label: words.cancel, icon: Ban, onpress: step('cancelled') }] : []),
    history,
    { label: words.trash, icon: Trash2, onpress: () => means.ontrash() },
  ];
};
