// The components of Stripe's SDK that the views use, as plain elements: enough to read and to press.
const row = {display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center'};

function Button({children, href, disabled, pending, onPress}) {
  return href && !disabled ? <a className="button" href={href}>{children}</a>
    : <button type="button" disabled={Boolean(disabled || pending)} onClick={() => onPress?.({type: 'press'})}>{children}</button>;
}

export const COMPONENTS = {
  Badge: ({children}) => <small className="badge">{children}</small>,
  Banner: ({title, description, type, actions}) => (
    <div role="alert" className={type}><b>{title}</b> {description} {actions}</div>),
  Box: ({children, css}) => <div style={css?.stack === 'x' ? row : undefined}>{children}</div>,
  Button,
  ContextView: ({title, children}) => <main><h1>{title}</h1>{children}</main>,
  Divider: () => <hr />,
  Link: ({children, href}) => <a href={href}>{children}</a>,
  PropertyList: ({children}) => <dl>{children}</dl>,
  PropertyListItem: ({label, value}) => <><dt>{label}</dt><dd>{value}</dd></>,
  SettingsView: ({children, statusMessage}) => <main><h1>Settings</h1><p role="status">{statusMessage}</p>{children}</main>,
  Spinner: () => <p aria-busy="true">…</p>,
  Switch: ({label, description, checked, disabled, onChange}) => (
    <label>
      <input type="checkbox" checked={checked} disabled={disabled}
        onChange={event => onChange?.({target: {checked: event.target.checked}})} />
      {label} <small>{description}</small>
    </label>),
};
