/** The texts of the first-run set-up. */
import { html } from 'lit';

export default {
  title: 'Diesen Server einrichten',
  lead: 'Das geschieht einmal: Es macht Sie zum Inhaber und erstellt Ihren Arbeitsbereich und seine API-Schlüssel.',
  workspaceName: 'Name Ihres Arbeitsbereichs',
  yourEmail: 'Ihre E-Mail',
  setUp: 'Einrichten',
  ready: 'Alles ist bereit',
  readyDetail: 'Kopieren Sie diese Schlüssel jetzt, wenn Ihre Programme sie brauchen. Sie werden nicht lesbar aufbewahrt; neue können Sie jederzeit erstellen.',
  secretKey: 'Geheimer Schlüssel',
  secretKeyHint: 'Für Ihre Server. Er öffnet alles.',
  publishableKey: 'Öffentlicher Schlüssel',
  publishableKeyHint: 'Für das Skript auf Ihrer Website.',
  testSecretKey: 'Geheimer Testschlüssel',
  testSecretKeyHint: 'Zum Ausprobieren: nur Testdaten.',
  testPublishableKey: 'Öffentlicher Testschlüssel',
  testPublishableKeyHint: 'Dasselbe für eine Website.',
  toWorkspace: 'Zum Arbeitsbereich',
  closed: 'Dieser Server ist eingerichtet',
  closedDetail: 'Hier ist nichts mehr zu tun.',
  openAddress: html`Öffnen Sie die Adresse, die der Server bei seinem letzten Start in sein Log geschrieben hat. Sie endet auf <code>#token=…</code>.`,
};
