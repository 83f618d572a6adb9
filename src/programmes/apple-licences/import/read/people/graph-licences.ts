import { shortened } from '#core/import/tables/table-columns.ts';
import type { WhoField } from '../fields.ts';
import { typeNamed } from '../graph-schemas.ts';
import type { Given } from '../graph-kinds.ts';
import type { HoldingRow } from './holding-rows.ts';
import { readWho } from './person-rows.ts';

/** What each assigned licence of a user says of them. */
const OF_USERS: Readonly<Partial<Record<WhoField, string>>> = {
  email: 'userEmailAddress',
  userPrincipalName: 'userPrincipalName',
  name: 'userName',
};

/**
 * Who has a licence of an app in Intune (`assignedLicenses`), numbered from 1. The records do not
 * name the app, and of a device only what it is called.
 */
export const licencesOf = (value: readonly Given[]): readonly HoldingRow[] =>
  value.map((given, at): HoldingRow => {
    const row = at + 1;
    const text = (name: string): string =>
      typeof given[name] === 'string' ? given[name].trim() : '';
    if (typeNamed(given).endsWith('DeviceLicense') || 'managedDeviceId' in given) {
      const params = { who: shortened(text('deviceName')) };
      return { outcome: 'unreadable', row, reason: 'serial-number-missing', params };
    }
    const who = readWho((field) => text(OF_USERS[field] ?? ''));
    if ('reason' in who) return { outcome: 'unreadable', row, ...who };
    return {
      outcome: 'line',
      row,
      line: {
        app: { adamId: '', pricingParam: '', name: '' },
        to: { kind: 'user', ...who },
        location: '',
        asOf: '',
      },
      notes: [],
    };
  });
