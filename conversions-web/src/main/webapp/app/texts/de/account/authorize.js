/** The texts of the question whether an app may act for a workspace. */
import { html } from 'lit';

export default {
  refused: 'Diese App kann nicht verbunden werden',
  refusedDetail: 'Der Fehler liegt bei der App, die Sie hierher geschickt hat. Es wurde nichts erlaubt und nichts an sie gesendet.',
  backTo: (host) => `Zurück zu ${host}`,
  toConversions: 'Zu Conversions',
  title: (app) => `${app} verbinden?`,
  by: (developer) => `Von ${developer}.`,
  registeredBy: (workspace) => `Registriert von ${workspace}; niemand hat die App geprüft.`,
  registeredByOperator: 'Registriert vom Betreiber dieses Servers.',
  noWorkspace: 'Sie gehören noch zu keinem Arbeitsbereich.',
  able: 'Die App kann dann',
  noneAllowed: 'Keiner Ihrer Arbeitsbereiche kann verbunden werden: Der Grund steht bei jedem.',
  connectTo: (workspace) => `Mit ${workspace} verbinden`,
  connect: 'Verbinden',
  goingBack: (host, email) => html`Sie kehren zurück zu <strong>${host}</strong>. Sie sind angemeldet als ${email} und können die App jederzeit auf der Seite Apps trennen.`,
  reasons: {
    app_of_other_workspace: 'Diese App ist nur für einen anderen Arbeitsbereich registriert.',
    role_too_narrow: 'Ihre Rolle in diesem Arbeitsbereich hat nicht alle Rechte, die die App verlangt.',
    plan_too_low: 'Der Tarif dieses Arbeitsbereichs enthält die Stripe-Integration nicht, die die App verlangt.',
  },
};
