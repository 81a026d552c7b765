import { css } from 'lit';

/** The look of everything that only the page of links has. */
const sheet = css`
.filter-bar { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; padding: var(--s3) var(--s5); border-bottom: 1px solid var(--line); }
.filter-bar .input { width: auto; max-width: 9.5rem; }
.filter-bar .input[type="search"] { flex: 1 1 11rem; max-width: none; }
.filter-bar .check { align-items: center; }
.filter-bar .check input { margin: 0; }
.links-table td:first-child { width: 45%; max-width: 0; }
input.tag-new { width: 12rem; }
.links-table td { padding-block: .4rem; }
.links-table td.end { white-space: nowrap; }
.links-table td.end a { color: inherit; text-decoration-color: transparent; }
.links-table td.end a:hover { color: var(--accent); text-decoration-color: currentColor; }
.link-line { display: flex; gap: .125rem; align-items: center; min-width: 0; }
.link-line > a:first-child { display: flex; min-width: 0; color: var(--ink); font-weight: 550; text-decoration: none; white-space: nowrap; }
.link-line .host { min-width: 1.5rem; overflow: hidden; color: var(--quiet); font-weight: 450; text-overflow: ellipsis; }
.link-line .host:last-child { color: inherit; font-weight: inherit; }
.link-line .key { flex: none; max-width: 100%; overflow: hidden; text-overflow: ellipsis; }
.link-line > a:first-child:hover { color: var(--accent); text-decoration: underline; }
.link-to { display: flex; gap: var(--s2); align-items: center; min-width: 0; }
.link-to > span:first-child { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.chips { display: flex; flex-wrap: wrap; gap: .25rem; }
.chip { display: inline-flex; gap: .375rem; align-items: center; max-width: 10rem; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .75rem; line-height: 1.375rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.chip::before, .dot::before { content: ""; flex: none; width: .5rem; height: .5rem; border-radius: 50%; background: var(--tag, var(--edge)); }
.dot { display: inline-flex; gap: .5rem; align-items: center; }
.tag-red { --tag: #d9483b; } .tag-yellow { --tag: #d9a514; } .tag-green { --tag: #2f9e5f; } .tag-blue { --tag: #2f7fd6; }
.tag-purple { --tag: #8b5cd6; } .tag-brown { --tag: #9a6a43; } .tag-gray { --tag: #858b91; } .tag-pink { --tag: #d6569c; }
c-menu.dots .menu-button { justify-content: center; width: 2rem; min-height: 2rem; padding: 0; color: var(--quiet); }
c-menu.dots .menu-button > .icon:last-child { display: none; }
.dots-sign { stroke-width: 3; }
.pager { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; justify-content: space-between; padding: var(--s3) var(--s5); border-top: 1px solid var(--line); }
.key-hint { padding: 0 .3rem; border: 1px solid currentColor; border-radius: .25rem; font: 550 .6875rem/1rem var(--sans); opacity: .7; }
@media (pointer: coarse) { .key-hint { display: none; } }

.save-bar { display: grid; gap: var(--s2); position: sticky; bottom: 0; z-index: 1; margin-top: calc(-1 * var(--s2)); padding-block: var(--s3); background: var(--ground); }
c-link-form form :is(.input, summary, button, input) { scroll-margin-bottom: 5rem; }
c-link-form h1 { overflow-wrap: anywhere; }
.split { display: grid; gap: var(--s5); align-items: start; }
@media (min-width: 66rem) { .split { grid-template-columns: minmax(0, 1fr) 20rem; } .split > aside { position: sticky; top: var(--s5); } }
.split > aside { display: grid; gap: var(--s4); }
.short-address { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0; align-items: start; }
.short-address .label { grid-column: 1 / -1; }
.short-address > select.input, .short-address > .before { width: auto; max-width: 14rem; border-radius: var(--radius) 0 0 var(--radius); border-right: 0; background-color: var(--sunken); }
.short-address > .before { display: flex; align-items: center; overflow: hidden; padding: .375rem .625rem; border: 1px solid var(--edge); border-right: 0; color: var(--quiet); white-space: nowrap; text-overflow: ellipsis; min-height: var(--control); }
.short-address > input.input { border-radius: 0 var(--radius) var(--radius) 0; }
.short-address > p { grid-column: 1 / -1; }
.free { color: var(--positive); }
.folded { border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--sheet); box-shadow: var(--shadow); }
.folded > summary { display: flex; gap: var(--s2) var(--s3); align-items: baseline; flex-wrap: wrap; padding: var(--s4) var(--s5); font-weight: 620; cursor: pointer; list-style: none; }
.folded > summary::-webkit-details-marker { display: none; }
.folded > summary::before { content: ""; flex: none; align-self: center; width: .4rem; height: .4rem; margin-right: .25rem; border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: -45deg; transition: rotate var(--quick); }
.folded[open] > summary::before { rotate: 45deg; }
.folded > summary .quiet { font-weight: 400; }
.folded > .stack { padding: 0 var(--s5) var(--s5); }
.folded > summary:focus-visible { border-radius: var(--radius-large); outline-offset: -2px; }
.result { overflow-wrap: anywhere; }
.result mark, .preview mark { padding: 0 .15em; border-radius: .2em; background: var(--accent-soft); color: var(--accent-strong); }
.pair { display: grid; grid-template-columns: minmax(7rem, 12rem) minmax(0, 1fr) auto; gap: var(--s2); align-items: start; }
.pair .button { margin-top: 0; }
.preview .road-steps { display: grid; gap: var(--s2); }
.preview .outcome { display: grid; gap: var(--s1); padding: var(--s3) var(--s4); border-radius: var(--radius); background: var(--sunken); }
.preview .outcome .to { font: 550 var(--text-small)/1.5 var(--mono); overflow-wrap: anywhere; }
.glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 45%), 1fr)); gap: 1px; overflow: clip; background: var(--line); }
.glance > a { display: grid; gap: .25rem; padding: var(--s3) var(--s4); background: var(--sheet); color: var(--ink); text-decoration: none; }
.glance > a:hover { background: var(--sunken); color: var(--ink); }
.glance b { font-size: 1.25rem; font-weight: 620; letter-spacing: -.015em; line-height: 1.3; font-variant-numeric: tabular-nums; }
.glance > a:focus-visible { outline-offset: -2px; }

.code-picture { display: grid; place-items: center; padding: var(--s4); border: 1px solid var(--line); border-radius: var(--radius); background: var(--sunken); }
.code-picture img { display: block; width: 13rem; height: 13rem; image-rendering: pixelated; }
.colours { display: grid; grid-template-columns: 1fr 1fr; gap: var(--s4); }
input[type="color"].input { padding: .2rem; cursor: pointer; }
.import td:nth-child(2) { width: 45%; }
.card.flush > .event:first-child { border-top: 0; }
.drop { display: grid; justify-items: center; gap: var(--s2); padding: var(--s5); border: 1.5px dashed var(--edge); border-radius: var(--radius); text-align: center; }
.drop.over { border-color: var(--accent); background: var(--accent-soft); }
.swatches { display: flex; flex-wrap: wrap; gap: var(--s2); }
.swatches label { display: inline-flex; gap: .375rem; align-items: center; padding: .25rem .625rem; border: 1px solid var(--line); border-radius: 1rem; cursor: pointer; }
.swatches label:has(input:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.card.flush > .note { margin: 0 var(--s5) var(--s4); }
.swatches input { position: absolute; opacity: 0; pointer-events: none; }
.swatches label:has(input:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
.problem-text, .menu-list .problem-text, .menu-list .problem-text .icon { color: var(--negative); }
@media (max-width: 56rem) { .links-table .made { display: none; } }
@media (max-width: 44rem) {
  .filter-bar, .pager { padding: var(--s3) var(--s4); }
  .filter-bar .input, .filter-bar .input[type="search"] { flex: 1 1 40%; max-width: none; min-width: 0; }
  .filter-bar .input[type="search"] { flex-basis: 100%; }
  .links-table .responsive tr { position: relative; display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0 var(--s3); }
  .links-table .responsive td:first-child { grid-column: 1 / -1; width: auto; max-width: none; padding-right: 2.25rem; }
  .links-table .responsive td:not(:first-child) { display: grid; justify-content: start; justify-items: start; gap: 0; text-align: left; }
  .links-table .responsive td.tags { grid-column: 1 / -1; }
  .links-table .responsive td.tags::before, .links-table .responsive td.tags:not(:has(.chip)) { display: none; }
  .links-table .responsive td.actions { position: absolute; top: var(--s2); right: var(--s3); padding: 0; }
  .folded > summary { padding: var(--s4); }
  .folded > .stack { padding: 0 var(--s4) var(--s4); }
  .pair { grid-template-columns: minmax(0, 1fr) auto; }
  .pair > :nth-child(2) { grid-column: 1 / -1; grid-row: 2; }
}`;

document.adoptedStyleSheets.push(sheet.styleSheet);
