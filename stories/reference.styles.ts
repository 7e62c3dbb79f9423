/** The look of the reference pages: of the page around the widgets, and none of theirs. */
export const referenceSheet = new CSSStyleSheet();
referenceSheet.replaceSync(`
  .reference { font: 15px/1.5 system-ui, sans-serif; color: CanvasText; max-width: 70rem; margin: auto; }
  .reference h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
  .reference .live { margin: 1.5rem 0; }
  .reference table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
  .reference caption { text-align: start; font-weight: 600; padding: .25rem 0; }
  .reference :is(th, td) { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0; border-top: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); font-weight: 400; overflow-wrap: anywhere; }
  .reference thead th { border: 0; }
  .reference pre { padding: 1rem; overflow-x: auto; background: color-mix(in srgb, CanvasText 6%, Canvas); }
  .reference button { font: inherit; min-height: 24px; padding: .1rem .6rem; }
  .reference .parts li { margin: .35rem 0; }
  .reference .events { max-height: 12rem; overflow: auto; overflow-wrap: anywhere; font-family: ui-monospace, monospace; font-size: 13px; }
`);
