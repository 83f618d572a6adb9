import { numberText, textOf } from '#core/text/form-text.ts';
import type { Written } from '../../ground.ts';
import { writeApp } from '../rules/app/app-commands.ts';
import { editToken } from '../rules/token/token-commands.ts';
import { writeUser } from '../rules/user/user-commands.ts';
import type { LicenceKindId } from './kinds.ts';

/** How the fields of tokens, apps and users are written by hand. */
export const written: Written<LicenceKindId> = {
  'content-token': {
    fields: [
      'name',
      'appleId',
      'location',
      'system',
      'systemName',
      'alsoIn',
      'downloadedBy',
      'downloadedOn',
    ],
    write: (token, { field, value }, doing) =>
      editToken(token, { ...token.data, [field]: textOf(value) }, doing),
  },
  'volume-app': {
    fields: ['name', 'adamId', 'location', 'productType', 'lowAt'],
    write: (app, { field, value }, doing, { apps = [] }) => {
      const { name, adamId, location, productType, lowAt } = app.data;
      const fields = { name, adamId, location, productType, lowAt: numberText(lowAt), owned: '' };
      return writeApp(app, { ...fields, [field]: numberText(value) }, apps, doing);
    },
  },
  'volume-user': {
    fields: ['name', 'email', 'group'],
    write: (user, { field, value }) =>
      writeUser(user, { ...user.data, [field]: textOf(value) }, []),
  },
  'assigned-licence': undefined,
  'app-deployment': undefined,
};
