/* An element of a page's own, with a Lit of its own: bundled apart from the widgets. */
import { LitElement, html } from 'lit';

customElements.define('second-lit', class extends LitElement {
  render() {
    return html`<p>The page's own <em>${this.localName}</em></p>`;
  }
});
