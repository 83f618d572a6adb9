import type { Instant } from '#core/day/instant.ts';
import type { LicenceLine } from '#programmes/apple-licences/rules/licence/licence-line.ts';
import type { LocationApp } from '#programmes/apple-licences/rules/api/location-records.ts';
import type { SavedPage } from './saved-page.ts';
import type { ListRow, ListValue } from './values.ts';

/**
 * The rows of a saved page; they are numbered from 1. What they say held when the page was `given`;
 * '' where nothing says when.
 */
export const rowsOfPage = (page: SavedPage, sheet: string, given: Instant = ''): ListRow[] => {
  const at = (
    index: number,
  ): Pick<ListValue, 'outcome' | 'sheet' | 'row' | 'locationId' | 'notes'> => ({
    outcome: 'value',
    sheet,
    row: index + 1,
    locationId: page.place.uId,
    notes: [],
  });
  switch (page.kind) {
    case 'assets': {
      return page.records.map(({ isDeviceAssignable, isRevocable, ...app }, index) => ({
        ...at(index),
        is: 'app' as const,
        line: lineOf(app, given),
        facts: { isDeviceAssignable, isRevocable },
      }));
    }
    case 'assignments': {
      return page.records.map((assignment, index) => ({
        ...at(index),
        is: 'assignment' as const,
        assignment,
      }));
    }
    case 'users': {
      return page.records.map((user, index) => ({
        ...at(index),
        is: 'user' as const,
        user,
        given,
      }));
    }
    default: {
      return page.records.map((config, index) => ({
        ...at(index),
        locationId: config.uId,
        is: 'location' as const,
        config,
      }));
    }
  }
};

const lineOf = (
  {
    adamId,
    pricingParam,
    productType,
    said,
  }: Omit<LocationApp, 'isDeviceAssignable' | 'isRevocable'>,
  asOf: Instant,
): LicenceLine => ({
  source: 'apple',
  location: '',
  adamId,
  pricingParam,
  isPricingGiven: true,
  name: '',
  productType,
  said,
  asOf,
});
