import type {ExtensionContextValue} from '@stripe/ui-extension-sdk/context';
import {useCallback, useEffect, useRef, useState} from 'react';
import {accountOf, mayConnect, serverOf} from './account';
import {Connection, type Settings, type Standing} from './connection';
import {sentence, within} from './problem';

/** Longer than any step takes: after it, the view says so instead of turning for ever. */
const STEP_MILLISECONDS = 60_000;

export type SettingsModel = {
  standing?: Standing;
  /** Where to connect; undefined until it is made, and for who may not. */
  link?: string;
  busy: boolean;
  problem?: string;
  saved: boolean;
  allowed: boolean;
  host?: string;
  reload: () => void;
  disconnect: () => void;
  forget: () => void;
  change: (settings: Partial<Settings>) => void;
};

/** What the settings view shows and does. Every step ends, and says why when it did not come to what was asked. */
export function useSettings(context: ExtensionContextValue): SettingsModel {
  const allowed = mayConnect(context.userContext.roles);
  const [made] = useState(() => make(context));
  const [state, setState] = useState<Pick<SettingsModel, 'standing' | 'link' | 'problem'>>({});
  const [busy, setBusy] = useState(true);
  const [saved, setSaved] = useState(false);
  const begun = useRef(false);

  const open = useCallback(async (connection: Connection, back: ExtensionContextValue['oauthContext']) => {
    const standing = await connection.open(back);
    setState({standing});
    if (allowed && standing.kind !== 'connected') {
      setState({standing, link: await connection.link()});
    }
  }, [allowed]);

  const step = useCallback(async (work: (connection: Connection) => Promise<void>) => {
    if (!made.connection) {
      setBusy(false);
      return;
    }
    setBusy(true);
    setSaved(false);
    setState(before => ({...before, problem: undefined}));
    try {
      await within(STEP_MILLISECONDS, 'The server', work(made.connection));
    } catch (error) {
      setState(before => ({...before, problem: sentence(error)}));
    } finally {
      setBusy(false);
    }
  }, [made]);

  useEffect(() => {
    // Once: a code is good once, and React may run an effect again.
    if (!begun.current) {
      begun.current = true;
      void step(connection => open(connection, context.oauthContext));
    }
  }, [step, open, context.oauthContext]);

  return {
    ...state,
    problem: made.problem ?? state.problem,
    busy,
    saved,
    allowed,
    host: made.host,
    reload: () => void step(connection => open(connection, undefined)),
    disconnect: () => void step(async connection => {
      await connection.disconnect();
      await open(connection, undefined);
    }),
    forget: () => void step(async connection => {
      await connection.forget();
      await open(connection, undefined);
    }),
    change: settings => void step(async connection => {
      const changed = await connection.change(settings);
      setState(before => before.standing?.kind === 'connected'
        ? {...before, standing: {...before.standing, settings: changed}} : before);
      setSaved(true);
    }),
  };
}

function make(context: ExtensionContextValue): {connection?: Connection; host?: string; problem?: string} {
  try {
    const server = serverOf(context);
    return {connection: new Connection(server, accountOf(context)), host: server.host};
  } catch (error) {
    return {problem: sentence(error)};
  }
}
