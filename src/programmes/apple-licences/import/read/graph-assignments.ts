import type * as z from '#core/schema.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Intent } from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import type { graphAssignmentsSchema } from './graph-schemas.ts';

/** Why an assignment of Intune has no deployment here. */
export type NoDeployment =
  | 'intent-not-known'
  | 'goes-to-all-users'
  | 'goes-to-all-devices'
  | 'leaves-a-group-out'
  | 'target-not-known';

/** What Intune does with an app for a group, of which it gives only its own id. */
export type GroupAssignment = { readonly intent: Intent; readonly group: string };

/** The same, or why it cannot be taken over. */
export type GraphAssignment = GroupAssignment | { readonly reason: NoDeployment };

const INTENTS: Readonly<Record<string, Intent>> = {
  required: 'required',
  available: 'available',
  availableWithoutEnrollment: 'available',
  uninstall: 'uninstall',
};

const NOT_A_GROUP: Readonly<Record<string, NoDeployment>> = {
  exclusionGroupAssignmentTarget: 'leaves-a-group-out',
  allLicensedUsersAssignmentTarget: 'goes-to-all-users',
  allDevicesAssignmentTarget: 'goes-to-all-devices',
};

/** Reads the assignments of one app; what each of them says besides is left out. */
export const assignmentsOf = (
  given: z.output<typeof graphAssignmentsSchema>,
): readonly GraphAssignment[] =>
  (given ?? []).map(({ intent: written, target }): GraphAssignment => {
    const type = (target?.['@odata.type'] ?? '').replace(/^#?microsoft\.graph\./, '');
    const reason = ownEntry(NOT_A_GROUP, type);
    if (reason !== undefined) return { reason };
    const intent = ownEntry(INTENTS, written);
    if (intent === undefined) return { reason: 'intent-not-known' };
    const group = target?.groupId.trim() ?? '';
    return group === '' ? { reason: 'target-not-known' } : { intent, group };
  });
