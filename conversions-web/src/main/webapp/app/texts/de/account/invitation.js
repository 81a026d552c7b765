/** The texts of the invitation to a workspace. */
import { html } from 'lit';

export default {
  join: (workspace) => `${workspace} beitreten`,
  invitedAs: (role) => `Sie sind eingeladen als ${role}.`,
  roles: {
    owner: 'Inhaber: Sie können alles',
    member: 'Mitglied: Sie arbeiten mit Links, Partnern und Stripe',
    viewer: 'Betrachter: Sie sehen alles und ändern nichts',
  },
  gone: 'Diese Einladung gilt nicht mehr',
  goneDetail: 'Sie wurde benutzt, zurückgezogen oder ist abgelaufen. Bitten Sie um eine neue, wo Sie diese bekommen haben.',
  toLogin: 'Zur Anmeldung',
  yourName: 'Ihr Name',
  signUp: 'Konto erstellen und beitreten',
  known: 'Sie haben hier schon ein Konto.',
  logIn: 'Anmelden und beitreten',
  codeToo: 'Geben Sie auch den Code Ihrer Authenticator-App ein.',
  wrong: 'Das Passwort oder der Code stimmt nicht.',
  loggedIn: (email) => html`Sie sind angemeldet als <strong>${email}</strong>.`,
  joinNow: 'Dem Arbeitsbereich beitreten',
  forAnother: (email, own) => `Die Einladung ist für ${email}, und Sie sind angemeldet als ${own}.`,
  logOut: 'Abmelden und weiter',
};
