import type {ExtensionContextValue} from '@stripe/ui-extension-sdk/context';
import {Badge, Banner, Box, Button, ContextView, Divider, PropertyList, PropertyListItem, Spinner}
  from '@stripe/ui-extension-sdk/ui';
import {useCallback, useEffect, useState} from 'react';
import {accountOf, serverOf} from './account';
import {Connection} from './connection';
import {Problem, sentence} from './problem';
import {headOf, linesOf, replayable, type Tracked, type TrackedEvent} from './tracked';

/** An event that is processed again is usually done by then. */
const REPLAY_MILLISECONDS = 1_500;

/** The drawer beside a customer, payment or invoice: where it came from, or why that is not known. */
export function TrackedView({context, title}: {context: ExtensionContextValue; title: string}) {
  const {object, busy, problem, disconnected, reload, replay} = useTracked(context);
  const locale = context.userContext.locale;
  return (
    <ContextView title={title}>
      <Box css={{stack: 'y', gap: 'medium'}}>
        {disconnected && <Banner type="caution" title={disconnected}
          description="An administrator connects a workspace in the settings of this app." />}
        {problem && <Banner type="critical" title={problem} actions={<Button onPress={reload}>Try again</Button>} />}
        {busy && !object && <Spinner />}
        {object && <Box>{headOf(object, locale)}</Box>}
        {object && (
          <PropertyList>
            {linesOf(object, locale).map(({label, value}) => (
              <PropertyListItem key={label} label={label} value={value} />
            ))}
          </PropertyList>
        )}
        {object?.events?.map(event => (
          <Event key={event.id} event={event} busy={busy} onReplay={() => replay(event)} />
        ))}
      </Box>
    </ContextView>
  );
}

function Event({event, busy, onReplay}: {event: TrackedEvent; busy: boolean; onReplay: () => void}) {
  return (
    <Box css={{stack: 'y', gap: 'xsmall'}}>
      <Divider />
      <Box css={{stack: 'x', gap: 'small', alignY: 'center'}}>
        <Box css={{font: 'bodyEmphasized'}}>{event.type}</Box>
        <Badge type={event.state === 'failed' ? 'negative' : 'neutral'}>{event.state}</Badge>
      </Box>
      {event.explanation && <Box css={{color: 'secondary'}}>{event.explanation}</Box>}
      {replayable(event) && <Button size="small" disabled={busy} onPress={onReplay}>Process again</Button>}
    </Box>
  );
}

function useTracked(context: ExtensionContextValue) {
  const id = context.environment.objectContext?.id;
  const [made] = useState(() => make(context));
  const [object, setObject] = useState<Tracked>();
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<unknown>(made.problem);

  const step = useCallback(async (before: (connection: Connection) => Promise<unknown>) => {
    if (!made.connection || !id) {
      setBusy(false);
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await before(made.connection);
      setObject(await made.connection.tracked(id));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }, [made, id]);
  const reload = useCallback(() => void step(async () => undefined), [step]);
  useEffect(reload, [reload]);

  const disconnected = error instanceof Problem && error.kind === 'disconnected';
  return {
    object,
    busy,
    disconnected: disconnected ? sentence(error) : undefined,
    problem: error && !disconnected ? sentence(error) : undefined,
    reload,
    replay: (event: TrackedEvent) => void step(async connection => {
      await connection.replay(event);
      await new Promise(resolve => {
        setTimeout(resolve, REPLAY_MILLISECONDS);
      });
    }),
  };
}

function make(context: ExtensionContextValue): {connection?: Connection; problem?: unknown} {
  try {
    return {connection: new Connection(serverOf(context), accountOf(context))};
  } catch (problem) {
    return {problem};
  }
}
