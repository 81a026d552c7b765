/** The texts of a shared view. */
export default {
  gone: 'Hier ist nichts',
  goneText: 'Diese Adresse ist abgelaufen oder war nie eine. Bitten Sie die Absenderin oder den Absender um eine andere.',
  locked: 'Diese Ansicht hat ein Passwort',
  password: 'Passwort',
  open: 'Öffnen',
  by: (workspace) => `Geteilt von ${workspace}`,
};
