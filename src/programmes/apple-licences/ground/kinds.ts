import { volumeApp } from '../rules/app/volume-app.ts';
import { appDeployment } from '../rules/deployment/app-deployment.ts';
import { assignedLicence } from '../rules/licence/assigned-licence.ts';
import { contentToken } from '../rules/token/content-token.ts';
import { volumeUser } from '../rules/user/volume-user.ts';

/** The kinds of record of Apple tokens, apps and licences. */
export const kinds = {
  'content-token': contentToken,
  'volume-app': volumeApp,
  'volume-user': volumeUser,
  'assigned-licence': assignedLicence,
  'app-deployment': appDeployment,
};

/** Id of one of them. */
export type LicenceKindId = keyof typeof kinds;
