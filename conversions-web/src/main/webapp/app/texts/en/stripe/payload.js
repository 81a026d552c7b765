/** The texts around the payload of a Stripe event, and of processing many again. */
export default {
  name: 'As Stripe sent it',
  label: 'The event as Stripe sent it',
  masked: 'Personal data is hidden.',
  notKept: 'The payload of this event is not kept any more.',
  show: 'Show personal data',
  askTitle: 'Show personal data?',
  askText: 'You see names, emails, phones and addresses as Stripe sent them. The audit trail notes that you looked.',
  replay: 'Process all of these again',
  replayTitle: 'Process all of these again?',
  replayText: 'Every event with this mode and outcome is processed as if it had just come in. What it did before, it finds done: nothing counts twice.',
  replayed: (n, number) => (number === 1 ? '1 event is processed again.' : `${n} events are processed again.`),
};
