import {createHttpClient, STRIPE_API_KEY} from '@stripe/ui-extension-sdk/http_client';
import Stripe from 'stripe';
import {Problem, sentence} from './problem';

/** Texts of up to 3,000 characters that Stripe keeps for this app, live and test apart. */
export interface Secrets {
  read(name: string): Promise<string | null>;
  /** @param until when it ends by itself, in milliseconds; without it, it stays */
  write(name: string, text: string, until?: number): Promise<void>;
  remove(name: string): Promise<void>;
}

type Scope = {type: 'account'} | {type: 'user'; user: string};

/** Secrets of the account, for everybody who sees this app in it. */
export function accountSecrets(): Secrets {
  return secretStore({type: 'account'});
}

/** Secrets of one person in the account. */
export function userSecrets(user: string): Secrets {
  return secretStore({type: 'user', user});
}

function secretStore(scope: Scope): Secrets {
  const stripe = new Stripe(STRIPE_API_KEY, {httpClient: createHttpClient()});
  return {
    read: name => stripe.apps.secrets.find({name, scope, expand: ['payload']})
      .then(secret => secret.payload ?? null, error => missing(error, null)),
    write: async (name, text, until) => {
      await stripe.apps.secrets.create(
        {name, scope, payload: text, ...(until ? {expires_at: Math.ceil(until / 1000)} : {})}).catch(refused);
    },
    remove: async name => {
      await stripe.apps.secrets.deleteWhere({name, scope}).catch(error => missing(error, undefined));
    },
  };
}

function missing<T>(error: {statusCode?: number; code?: string}, otherwise: T): T {
  return error.statusCode === 404 || error.code === 'resource_missing' ? otherwise : refused(error);
}

function refused(error: unknown): never {
  throw new Problem('refused', `Stripe's Secret Store refused: ${sentence(error)}`);
}
