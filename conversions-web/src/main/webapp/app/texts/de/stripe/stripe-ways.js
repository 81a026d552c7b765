/** The texts of the ways in which merchants sell with Stripe, and of what counts of its events. */
import { html } from 'lit';

export default {
  howSell: 'Wie verkaufen Sie?',
  whatToDo: 'Was zu tun ist',
  replaceKey: html`Ersetzen Sie <code>conv_pk_…</code> durch einen öffentlichen Schlüssel dieses Arbeitsbereichs: <a href="/app/keys">Schlüssel erstellen</a>. Für Testzahlungen nehmen Sie einen Testschlüssel.`,
  ways: {
    link: { title: 'Payment Links, Buttons oder Preistabellen', text: 'Stripe stellt die Seite bereit, und Sie haben keinen Code dafür geschrieben.' },
    checkout: { title: 'Checkout-Sitzungen', text: 'Ihr Server erstellt für jeden Kauf eine Sitzung.' },
    customer: { title: 'Kunden und Abonnements', text: 'Ihr Server erstellt Kunden bei Stripe und rechnet selbst mit ihnen ab.' },
  },
  steps: {
    straight: {
      title: 'Ein Kurzlink direkt zum Payment Link',
      text: 'Hängen Sie dies an die Adresse des Payment Links, wenn Sie den Kurzlink erstellen. Der Klick wird dann an Stripe übergeben, und mehr ist nicht nötig.',
    },
    ownPage: {
      title: 'Oder Ihre eigene Seite mit Payment Link, Button oder Preistabelle',
      text: 'Laden Sie das Skript auf dieser Seite. Es merkt sich den Klick und übergibt ihn von selbst an die Elemente von Stripe.',
    },
    lead: { title: 'Melden Sie den Lead, wenn sich jemand anmeldet', text: 'Von Ihrem Server, mit der Klick-ID aus dem Cookie und Ihrer eigenen ID des Kunden.' },
    session: { title: 'Nennen Sie Ihren Kunden in der Sitzung', text: 'Dieselbe ID wie im Lead verbindet die Zahlung mit ihm.' },
    metadata: { title: 'Schreiben Sie beide IDs in die Metadaten des Kunden', text: 'Wenn Sie den Kunden bei Stripe erstellen, oder später: Die folgenden Zahlungen gehen auf den Klick zurück.' },
  },
  loadScript: 'Laden Sie das Skript auf Ihrer Website',
  loadScriptDetail: (cookie) => `Es merkt sich den Klick im Cookie ${cookie}.`,
  address: 'Adresse',
  counting: {
    trials: { title: 'Testphasen', text: 'Eine kostenlose Testphase bringt kein Geld, aber jemand ist gekommen.' },
    links: { title: 'Payment Links', text: 'Ein Payment Link bringt Lead und Verkauf in einem Schritt.' },
    customers: { title: 'Kunden bei Stripe', text: 'Ein Kunde mit einer Klick-ID in seinen Metadaten ist ein Lead.' },
  },
  switches: {
    trackFreeTrials: { label: 'Eine kostenlose Testphase ist ein Lead', hint: 'Mit dem Namen „Started Trial“, einer für jedes Abonnement.' },
    trackQuantity: { label: 'Ein Lead für jeden Platz', hint: 'Eine Testphase mit fünf Plätzen sind fünf Leads.' },
    paymentLinkLeadRewards: { label: 'Der Lead bringt die Vergütung für Leads', hint: 'Sonst bringt nur der Verkauf etwas.' },
    paymentLinkLeadWebhooks: { label: 'Der Lead wird Ihren eigenen Systemen gemeldet', hint: 'Dieser Server sendet noch keine Webhooks, darum bleibt dies aus.' },
    customerLeadRewards: { label: 'Der Lead bringt die Vergütung für Leads', hint: 'Sonst bringt nur der Verkauf etwas.' },
    matchByEmail: { label: 'Einen Käufer an der E-Mail erkennen', hint: 'Nur wenn nichts anderes sagt, wer es ist. Zwei Personen mit einem gemeinsamen Postfach sind dann eine.' },
  },
  savedFromNow: 'Gespeichert. Das gilt von jetzt an.',
  onWorkspacePage: html`Auf welchen Klick eine Zahlung zurückgeht, für wie viele Tage, und die Währung Ihrer Zahlen stellen Sie auf der Seite <a href="/app/workspace">Arbeitsbereich</a> ein.`,
};
