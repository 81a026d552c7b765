/** The texts of the invitation to a workspace. */
import { html } from 'lit';

export default {
  join: (workspace) => `Join ${workspace}`,
  invitedAs: (role) => `You are invited as ${role}.`,
  roles: {
    owner: 'an owner: you can do everything',
    member: 'a member: you can work with links, partners and Stripe',
    viewer: 'a viewer: you can see everything and change nothing',
  },
  gone: 'This invitation is no longer good',
  goneDetail: 'It was used, taken back, or has run out. Ask whoever invited you for a new one.',
  toLogin: 'Go to the login',
  yourName: 'Your name',
  signUp: 'Create my account and join',
  known: 'You have an account here already.',
  logIn: 'Log in and join',
  codeToo: 'Enter the code of your authenticator app as well.',
  wrong: 'The password or the code is not right.',
  loggedIn: (email) => html`You are logged in as <strong>${email}</strong>.`,
  joinNow: 'Join the workspace',
  forAnother: (email, own) => `The invitation is for ${email}, and you are logged in as ${own}.`,
  logOut: 'Log out and go on',
};
