import { textsOf } from '../texts.js';
import { namesOf } from '../vocabulary.js';

const texts = await textsOf('stripe/stripe-ways');

/** The ways in which merchants sell with Stripe, and what fits each. */
export const WAYS = Object.entries(texts.ways).map(([key, way]) => ({ key, ...way }));

/**
 * What a merchant has to do for a way of selling, with the code to paste.
 *
 * @param {string} way a key of WAYS
 * @param {{vocabulary: string}} workspace
 * @param {string} origin of this server
 * @returns {{title: string, text: string, variants?: {name: string, code: string}[]}[]} steps
 */
export function guide(way, workspace, origin) {
  const names = namesOf(workspace.vocabulary);
  return { link: paymentLinks, checkout: checkoutSessions, customer: stripeCustomers }[way](names, origin);
}

function paymentLinks(names, origin) {
  return [
    {
      ...texts.steps.straight,
      variants: [{ name: texts.address, code: `https://buy.stripe.com/…?${names.marker}` }, { name: 'cURL', code: linkRequest(`https://buy.stripe.com/…?${names.marker}`, origin) }],
    },
    {
      ...texts.steps.ownPage,
      variants: [script(names, origin, ' data-stripe="true"')],
    },
  ];
}

function checkoutSessions(names, origin) {
  return [
    { title: texts.loadScript, text: texts.loadScriptDetail(names.clickCookie), variants: [script(names, origin)] },
    lead(names, origin),
    {
      ...texts.steps.session,
      variants: [
        { name: 'Node.js', code: `const session = await stripe.checkout.sessions.create({\n  mode: 'payment',\n  line_items: [{ price: 'price_…', quantity: 1 }],\n  success_url: 'https://example.com/thanks',\n  metadata: { ${names.externalId}: user.id },\n});` },
        { name: 'Python', code: `session = stripe.checkout.Session.create(\n    mode="payment",\n    line_items=[{"price": "price_…", "quantity": 1}],\n    success_url="https://example.com/thanks",\n    metadata={"${names.externalId}": user.id},\n)` },
        { name: 'PHP', code: `$session = $stripe->checkout->sessions->create([\n    'mode' => 'payment',\n    'line_items' => [['price' => 'price_…', 'quantity' => 1]],\n    'success_url' => 'https://example.com/thanks',\n    'metadata' => ['${names.externalId}' => $user->id],\n]);` },
      ],
    },
  ];
}

function stripeCustomers(names, origin) {
  return [
    { title: texts.loadScript, text: texts.loadScriptDetail(names.clickCookie), variants: [script(names, origin)] },
    {
      ...texts.steps.metadata,
      variants: [
        { name: 'Node.js', code: `await stripe.customers.create({\n  email: user.email,\n  metadata: {\n    ${names.externalId}: user.id,\n    ${names.clickId}: request.cookies.${names.clickCookie},\n  },\n});` },
        { name: 'Python', code: `stripe.Customer.create(\n    email=user.email,\n    metadata={\n        "${names.externalId}": user.id,\n        "${names.clickId}": request.cookies["${names.clickCookie}"],\n    },\n)` },
        { name: 'PHP', code: `$stripe->customers->create([\n    'email' => $user->email,\n    'metadata' => [\n        '${names.externalId}' => $user->id,\n        '${names.clickId}' => $_COOKIE['${names.clickCookie}'],\n    ],\n]);` },
      ],
    },
  ];
}

function script(names, origin, more = '') {
  return {
    name: 'HTML',
    code: `<script>\n  window.${names.analytics} = window.${names.analytics} || function () {\n    (window.${names.analytics}.q = window.${names.analytics}.q || []).push(arguments);\n  };\n</script>\n<script defer src="${origin}/analytics/script.conversion-tracking.js"${more}\n        data-publishable-key="conv_pk_…" data-domains='{"refer": "${new URL(origin).host}"}'></script>`,
  };
}

function lead(names, origin) {
  const body = `{"clickId": "…", "eventName": "Sign up", "customerExternalId": "user_1"}`;
  return {
    ...texts.steps.lead,
    variants: [
      { name: 'Node.js', code: `await fetch('${origin}/api/track/lead', {\n  method: 'POST',\n  headers: { Authorization: \`Bearer \${process.env.CONVERSIONS_KEY}\`, 'Content-Type': 'application/json' },\n  body: JSON.stringify({\n    clickId: request.cookies.${names.clickCookie},\n    eventName: 'Sign up',\n    customerExternalId: user.id,\n  }),\n});` },
      { name: 'Python', code: `requests.post(\n    "${origin}/api/track/lead",\n    headers={"Authorization": f"Bearer {key}"},\n    json={\n        "clickId": request.cookies["${names.clickCookie}"],\n        "eventName": "Sign up",\n        "customerExternalId": user.id,\n    },\n)` },
      { name: 'cURL', code: `curl ${origin}/api/track/lead \\\n  -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\\n  -d '${body}'` },
    ],
  };
}

function linkRequest(url, origin) {
  return `curl ${origin}/api/links \\\n  -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\\n  -d '{"url": "${url}", "trackConversion": true}'`;
}
