const AGAIN_MILLIS = [500, 1_000, 2_000, 5_000];
const KINDS = ['click', 'lead', 'sale', 'refund', 'commission', 'churn'];

/**
 * The live stream of the server. The browser connects again after a break by itself, from where it was; where it gives up,
 * because an answer was none of success, this goes on. A page that nobody sees holds no connection, of which a browser has
 * but six for a server, and is brought up to date once it is seen.
 */
export class Feed {
  #mode;
  #heard;
  #source = null;
  #last = null;
  #failures = 0;
  #timer = null;
  #recent;

  /**
   * @param {string} mode
   * @param {{row: (kind: string, row: object) => void, state: (open: boolean) => void, reset: () => void}} heard
   * @param {number} recent how many rows of before to begin with
   */
  constructor(mode, heard, recent) {
    this.#mode = mode;
    this.#heard = heard;
    this.#recent = recent;
    document.addEventListener('visibilitychange', this.#seen);
    this.#seen();
  }

  #seen = () => {
    if (document.hidden) {
      this.#rest();
    } else if (!this.#source) {
      this.#open();
    }
  };

  #open() {
    const query = new URLSearchParams(this.#mode === 'live' ? {} : { mode: this.#mode });
    if (this.#last) {
      query.set('lastEventId', this.#last);
    } else {
      query.set('recent', String(this.#recent));
    }
    const source = new EventSource(`/api/stream?${query}`);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#failures = 0;
      this.#heard.state(true);
    });
    source.addEventListener('error', () => {
      this.#heard.state(false);
      if (source.readyState === EventSource.CLOSED && source === this.#source) {
        const wait = AGAIN_MILLIS[Math.min(this.#failures, AGAIN_MILLIS.length - 1)];
        this.#failures += 1;
        this.#timer = setTimeout(() => this.#open(), wait);
      }
    });
    [...KINDS, 'more'].forEach((kind) => source.addEventListener(kind, (event) => {
      this.#last = event.lastEventId || this.#last;
      this.#heard.row(kind, { id: event.lastEventId, ...JSON.parse(event.data) });
    }));
    source.addEventListener('reset', () => {
      this.#last = null;
      source.close();
      this.#heard.reset();
      this.#open();
    });
  }

  #rest() {
    clearTimeout(this.#timer);
    const source = this.#source;
    this.#source = null;
    source?.close();
  }

  close() {
    document.removeEventListener('visibilitychange', this.#seen);
    this.#rest();
  }
}
