import { html, nothing } from 'lit';
import { badge, empty, head } from '../../components/parts.js';
import { Page } from '../../components/page.js';
import { initials } from '../../format.js';
import { textsOf } from '../../texts.js';
import { portal } from '../portal.js';
import { viewPath } from '../router.js';

const texts = await textsOf('referrals/portal');

/** The choice between the programs of a person, where there are several; or that there is none. */
class Programs extends Page {
  content() {
    return portal.partners.length ? html`${head(texts.titles.programs, texts.programsText)}
      <ul class="plain cards">${portal.partners.map(({ partnerId, partnerName, programName, workspaceName, status }) => html`
        <li><a class="tile" href=${viewPath(partnerId)}><span class="workspace-mark" aria-hidden="true">${initials(programName).charAt(0)}</span>
          <span class="grow"><b>${programName}</b><span>${workspaceName} · ${partnerName}</span></span>${status === 'approved' ? nothing : badge('caution', texts.statuses[status] ?? status)}</a></li>`)}</ul>`
      : html`<h1 class="unseen" tabindex="-1">${texts.titles.programs}</h1>${empty('handshake', texts.noProgram, texts.noProgramText)}`;
  }
}

customElements.define('portal-programs', Programs);
