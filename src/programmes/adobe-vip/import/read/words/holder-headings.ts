import { lookUpIn } from '#core/import/heading-words.ts';

const licences = lookUpIn([
  {
    licences: `license licenses licence licences licens licenser lizenz lizenzen licencia licencias licentie licenties
      lisens lisenser lisenssi lisenssit`,
  },
]);

/** Whether a heading calls what somebody has a licence: whose, only the cells below tell. */
export const isOfLicences = (heading: string): boolean => licences(heading) !== undefined;

/** What a status says of someone on a list of who has licences: still there, or gone from it. */
export const holderStateIn = lookUpIn([
  {
    gone: `remove delete removed deleted inactive disabled deactivated revoked unassigned cancelled canceled expired terminated left
      borttagen raderad inaktiv inaktiverad avaktiverad återkallad avslutad slutat utgången
      entfernt gelöscht inaktiv deaktiviert widerrufen abgelaufen
      supprimé supprimée inactif inactive désactivé désactivée révoqué révoquée expiré expirée
      eliminado eliminada inactivo inactiva desactivado desactivada revocado revocada caducado caducada
      verwijderd inactief gedeactiveerd ingetrokken verlopen
      fjernet slettet deaktivert deaktiveret udløbet utløpt
      poistettu eiaktiivinen vanhentunut`,
    there: `add added update active enabled assigned accepted ok yes current
      aktiv aktivt aktiverad tilldelad ja
      zugewiesen aktiviert
      actif activé activée attribué attribuée oui
      activo activa asignado asignada sí
      actief toegewezen
      tildelt aktivert aktiveret
      aktiivinen määritetty kyllä`,
  },
]);
