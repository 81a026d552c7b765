/** The texts of the question whether an app may act for a workspace. */
import { html } from 'lit';

export default {
  refused: 'This app cannot be connected',
  refusedDetail: 'The mistake is on the side of the app that sent you here. Nothing was allowed, and nothing was sent to it.',
  backTo: (host) => `Back to ${host}`,
  toConversions: 'Go to Conversions',
  title: (app) => `Connect ${app}?`,
  by: (developer) => `By ${developer}.`,
  registeredBy: (workspace) => `It was registered by ${workspace}; nobody has checked it.`,
  registeredByOperator: 'It was registered by the operator of this server.',
  noWorkspace: 'You belong to no workspace yet.',
  able: 'It will be able to',
  noneAllowed: 'None of your workspaces can be connected: see the reason beside each.',
  connectTo: (workspace) => `Connect ${workspace}`,
  connect: 'Connect',
  goingBack: (host, email) => html`You go back to <strong>${host}</strong>. You are logged in as ${email}, and can disconnect the app at any time on the page Apps.`,
  reasons: {
    app_of_other_workspace: 'This app is registered for another workspace only.',
    role_too_narrow: 'Your role in this workspace does not have all the rights that the app asks for.',
    plan_too_low: 'The plan of this workspace does not include the Stripe integration, which the app asks for.',
  },
};
