/* What the page may call, and the start. */

const calls = {
  trackClick,
  trackLead: () => unavailable('trackLead'),
  trackSale: () => unavailable('trackSale'),
};
const waitingForReady = [];

function unavailable(name) {
  complain(`${name} needs the script with .conversion-tracking in its name, and data-publishable-key`);
  return Promise.resolve(null);
}

/** Called at once, or when the click that is being reported has its answer. */
function ready(callback) {
  if (typeof callback === 'function') {
    waitingForReady.push(callback);
    callReady();
  }
}

function callReady() {
  while (!clicksOnTheirWay && waitingForReady.length) {
    quietly(waitingForReady.shift());
  }
}

function call(name, input) {
  if (name === 'ready') {
    return ready(input);
  }
  if (Object.keys(calls).includes(name)) {
    return calls[name](input);
  }
  return complain(`There is no ${name}`);
}

/** The function that collected calls until now gives way to the one that answers them. */
function replaceStub(name) {
  const stub = window[name];
  if (!stub) {
    return;
  }
  const answering = (method, input) => quietly(() => call(method, input));
  Object.keys(calls).forEach(method => {
    answering[method] = input => answering(method, input);
  });
  const queue = Array.isArray(stub.q) ? stub.q : [];
  const queued = queue.splice(0).map(entry => Array.from(entry));
  // Who still holds the old function is answered too.
  queue.push = (...entries) => entries.forEach(entry => answering(...entry));
  answering.q = queue;
  window[name] = answering;
  queued.filter(([method]) => method !== 'ready').forEach(entry => answering(...entry));
  queued.filter(([method]) => method === 'ready').forEach(entry => answering(...entry));
}

function start() {
  restoreClickId();
  startPartner();
  startClick(!clickId());
  starts.forEach(quietly);
  startDecorating();
  Object.keys(VOCABULARIES).forEach(name => replaceStub(VOCABULARIES[name].call));
}

// A page that the browser prepares in advance may never be seen.
if (document.prerendering) {
  document.addEventListener('prerenderingchange', () => quietly(start), {once: true});
} else {
  quietly(start);
}
