/** The texts of the second factor of the login. */
import { plural } from '../../../format.js';

export default {
  title: 'Second factor',
  isOn: (left) => `At each login you enter a code of your authenticator app. ${plural(left, 'of your recovery codes is left.', 'of your recovery codes are left.')}`,
  isOff: 'A code from an app on your phone beside the password: a stolen password alone then opens nothing.',
  turnOff: 'Turn off',
  turnOn: 'Turn on',
  fewLeft: 'Few recovery codes are left. Turn the second factor off and on again to get new ones.',
  turningOff: 'Turn the second factor off',
  turningOn: 'Turn the second factor on',
  keep: 'Keep your recovery codes',
  nowOff: 'The second factor is off.',
  scan: 'Scan this with an authenticator app, such as the one of your password manager, and enter the code that it shows.',
  qr: 'QR code of the secret',
  orType: 'Or type this secret into the app:',
  theSecret: 'the secret',
  openApp: 'Open the app on this device',
  sixDigits: 'The code has six digits.',
  codes: 'Each of these replaces a code once, should your phone be lost. They are shown only now.',
  copyAll: 'Copy all',
  kept: 'I have kept them',
  codeHint: 'Of your app, or a recovery code.',
};
