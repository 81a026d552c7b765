import type {ExtensionContextValue} from '@stripe/ui-extension-sdk/context';
import {Banner, Box, Button, Link, SettingsView, Spinner, Switch} from '@stripe/ui-extension-sdk/ui';
import type {Standing} from '../connection';
import {type SettingsModel, useSettings} from '../useSettings';

/** The settings of the app: connects the account to a workspace, and says what counts. */
export default function Settings(context: ExtensionContextValue) {
  const model = useSettings(context);
  const {standing, problem, busy, saved} = model;
  return (
    <SettingsView statusMessage={problem ? 'Error' : saved ? 'Saved' : ''}>
      <Box css={{stack: 'y', gap: 'large'}}>
        {problem && <Banner type="critical" title={problem} />}
        {standing?.problem && <Banner type="caution" title={standing.problem} />}
        {!standing && busy && <Spinner />}
        {!standing && !busy && model.host && <Button onPress={model.reload}>Try again</Button>}
        {standing && (standing.kind === 'connected' ? <Connected model={model} standing={standing} />
          : <Connect model={model} standing={standing} />)}
      </Box>
    </SettingsView>
  );
}

function Connect({model, standing}: {model: SettingsModel; standing: Standing}) {
  const {allowed, link, busy, forget} = model;
  const lost = standing.kind === 'lost';
  return (
    <Box css={{stack: 'y', gap: 'medium'}}>
      <Box>
        {lost ? `Reconnect ${standing.workspace.name}, or remove it here. Its events are processed as before.`
          : 'Every payment goes back to the click that caused it, and to the partner who sent it. Choose the workspace'
            + ' that this Stripe account belongs to.'}
      </Box>
      {!allowed && (
        <Banner type="caution" title="Only administrators and developers of this Stripe account can connect it." />
      )}
      <Box css={{stack: 'x', gap: 'small'}}>
        <Button type="primary" href={link} disabled={!allowed || !link} pending={busy && allowed}>
          {lost ? 'Reconnect' : 'Connect workspace'}
        </Button>
        {lost && <Button disabled={!allowed || busy} onPress={forget}>Remove</Button>}
      </Box>
    </Box>
  );
}

function Connected({model, standing}: {model: SettingsModel; standing: Extract<Standing, {kind: 'connected'}>}) {
  const {allowed, busy, host, disconnect, change} = model;
  const settings = standing.settings;
  return (
    <Box css={{stack: 'y', gap: 'large'}}>
      <Box css={{font: 'heading'}}>{`Connected to ${standing.workspace.name}`}</Box>
      {settings && (
        <Box css={{stack: 'y', gap: 'small'}}>
          <Switch label="Free trials are leads" checked={settings.trackFreeTrials} disabled={busy}
            description="A subscription that begins with a trial is recorded as a lead."
            onChange={event => change({trackFreeTrials: event.target.checked})} />
          <Switch label="One lead for each seat" checked={settings.trackQuantity}
            disabled={busy || !settings.trackFreeTrials} description="A trial of five seats is recorded as five leads."
            onChange={event => change({trackQuantity: event.target.checked})} />
        </Box>
      )}
      <Link href={`${host}/app/`} external target="_blank">Open Conversions</Link>
      <Button type="destructive" disabled={!allowed || busy} pending={busy} onPress={disconnect}>Disconnect</Button>
    </Box>
  );
}
