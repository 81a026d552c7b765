import { textsOf } from '../texts.js';

const texts = await textsOf('money/attribution');
const OF_SEVERAL = /^The (first|last) of (\d+) clicks that brought the buyer before the payment$/;
const LEARNED = ', as was learned after the payment';

/** @returns {string} why a sale goes back to its click, in the reader's language; a sentence that is not known stays as the API says it */
export function attributed(sentence) {
  const learned = sentence.endsWith(LEARNED);
  const base = learned ? sentence.slice(0, -LEARNED.length) : sentence;
  const [, which, n] = OF_SEVERAL.exec(base) ?? [];
  const said = which ? texts[which](n) : texts.sentences[base];
  return said ? `${said}${learned ? texts.learned : ''}.` : sentence;
}
