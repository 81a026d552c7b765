/** The texts of the login. */
export default {
  title: 'Log in',
  appAsks: 'An app asks to be connected. Log in to decide.',
  welcome: 'Welcome back.',
  forgotten: 'Forgotten your password?',
  wrongPassword: 'Email or password is not right.',
  wrongCode: 'This code is not right, or was used already. Codes change every 30 seconds.',
  secondStep: 'Second step',
  enterCode: 'Enter the code that your authenticator app shows for Conversions, or one of your recovery codes.',
  someoneElse: 'Log in as someone else',
};
