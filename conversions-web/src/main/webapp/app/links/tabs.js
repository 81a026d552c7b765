import { tabs } from '../components/parts.js';
import { modeOf, withMode } from '../mode.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('links/links');
const TABS = { links: '/app/links', domains: '/app/links/domains', sorting: '/app/links/folders' };

/** The parts of the page of links. */
export function linkTabs(current) {
  return tabs(texts.title, Object.entries(TABS).map(([key, path]) => ({ key, text: texts.tabs[key], href: withMode(path, modeOf(location.search)) })), current);
}
