/** The pieces, in the order they stand. Serif is for the paper's own words. */
export const pieces = /* css */ `
.panel :is(h2, h3, h4, h5, p, ol, ul, dl, dd, blockquote, pre) { margin: 0; padding: 0; }
.panel :is(ol, ul) { list-style: none; }
.panel h3 { font: 600 11px/1.4 var(--sans); letter-spacing: .08em; text-transform: uppercase; color: var(--soft); margin-block-end: 6px; }
.panel h3:is(:lang(zh), :lang(ja), :lang(ko)) { font-size: 12.5px; letter-spacing: 0; }

.paper h2, .waiting h2 { font: 600 19px/1.3 var(--serif); text-wrap: balance; }
.panel[data-surface="page"] .paper h2 { font-size: 23px; }
.translation { color: var(--soft); }
.translation .bone { display: inline-block; inline-size: 40%; }
.by { color: var(--soft); font-size: 12.5px; margin-block-start: 4px !important; }
/* Each fact brings its dot; the dots at the start of a line are cut off. */
.panel .facts { display: flex; flex-wrap: wrap; color: var(--soft); font-size: 12.5px; margin-inline-start: -16px; clip-path: inset(-4px -4px -4px 16px); }
.facts li::before { content: "·"; display: inline-block; inline-size: 16px; text-align: center; }

.notices { display: grid; gap: 8px; }
.notice { font-size: 13px; background: var(--wash); border: 1px solid var(--line); border-radius: 7px; padding: 7px 11px !important; }
.panel .notice:is(:lang(zh), :lang(ja), :lang(ko)) { font-size: 13.5px; line-height: 1.6; }
.notice.warn { background: var(--warn-wash); border-color: color-mix(in srgb, var(--warn) 35%, transparent); }
.notice .quote { margin-block-start: 6px !important; }

.tag { font: 600 11.5px/1.4 var(--sans); color: var(--soft); margin-block-end: 8px !important; }
.one { border-inline-start: 3px solid var(--brand); padding: 2px 0 2px 13px; }
/* A sentence that runs from right to left is a block of its own: it stands at the right, whatever the interface. */
.claim:dir(rtl) { display: block; }
/* Two lines of Chinese, which are higher than two of the English that stood there first. */
.panel:is(:lang(zh), :lang(ja), :lang(ko)) .one { min-block-size: 61px; }
.tail { white-space: nowrap; }
.one > .claim { font: 400 17px/1.5 var(--serif); }
.panel .one .claim:is(:lang(zh), :lang(ja), :lang(ko)) { font: 400 16.5px/1.7 var(--cjk), var(--sans); }

.takeaways { counter-reset: n; }
.takeaways > li { counter-increment: n; position: relative; padding: 6px 8px; padding-inline-start: 34px; margin-inline: -8px; border-radius: 7px; }
.takeaways > li::before { content: counter(n); position: absolute; inset-inline-start: 8px; color: var(--soft); font-variant-numeric: tabular-nums; }
.takeaways > li:has(> .claim:is(:lang(zh), :lang(ja), :lang(ko)))::before { font-size: 15px; line-height: 1.7; }
.takeaways > li:hover { background: var(--wash); }

.spot { display: inline-block; white-space: nowrap; font: 11.5px/1.5 var(--sans); color: var(--soft) !important; border: 1px solid var(--edge); border-radius: 99px; padding-inline: 7px; text-decoration: none; max-inline-size: 100%; overflow: clip; }
a.spot:hover { color: var(--brand) !important; border-color: currentColor; }
.spot.checking, .doubt .spot { border-style: dashed; }
.tex { font-family: var(--mono, ui-monospace, monospace); font-size: .92em; }
.quote { color: var(--soft); font: italic 13.5px/1.5 var(--serif); border-inline-start: 2px solid var(--line); padding-inline-start: 10px !important; margin-block-start: 4px !important; white-space: pre-line; }
.original { display: inline; }
.original > summary { display: inline-flex; gap: 4px; font: 12px/1.5 var(--sans); color: var(--soft); cursor: pointer; list-style: none; padding-inline: 4px; white-space: nowrap; }
/* Of the abstract, until what is being written comes in its place. */
.panel .early > .claim { color: var(--soft); }
.original > summary:hover { color: var(--brand); }
.panel summary { list-style: none; cursor: pointer; }
.panel summary::-webkit-details-marker { display: none; }
.panel summary::after { content: "›"; display: inline-block; color: var(--soft); }
.notice > summary::after { margin-inline-start: 6px; }
.panel details[open] > summary::after { rotate: 90deg; }

.chips { display: flex; flex-wrap: wrap; gap: 6px; }
.chip { display: inline-block; background: var(--wash); border: 1px solid var(--line); border-radius: 99px; padding: 1px 9px; font-size: 12px; font-weight: 400; color: var(--soft); }

.part { border-block-start: 1px solid var(--line); }
.part > summary { display: flex; align-items: baseline; gap: 8px; padding-block: 9px; cursor: pointer; list-style: none; }
.part > summary::after { margin-inline: auto 4px; }
.panel .part > summary:hover :is(h3, h4):nth-child(n) { color: var(--brand); }
.panel .part :is(h3, h4):nth-child(n) { font: 600 14px/1.5 var(--sans); letter-spacing: 0; text-transform: none; color: var(--ink); margin: 0; }
.part.empty { padding-block: 9px; }
.panel .part.empty h4:nth-child(n) { display: flex; flex-wrap: wrap; align-items: baseline; gap: 3px 8px; color: var(--soft); }
.part h5 { font: 600 12.5px/1.5 var(--sans); color: var(--soft); margin-block-start: 6px; }
.body > :is(.note, .part) + .part { margin-block-start: 0; }
.panel .note > .detail { margin-block-end: 12px; }
.claims > li { padding-block: 4px; }
.panel .as-is .claim:not(:lang(zh), :lang(ja), :lang(ko)) { font: 400 16px/1.55 var(--serif); }
.part > .claims { margin-block-end: 9px; }
.claims + .claims { margin-block-start: -3px; }
ol.claims { counter-reset: n; }
ol.claims > li { counter-increment: n; position: relative; padding-inline-start: 24px; }
ol.claims > li::before { content: counter(n) "."; position: absolute; inset-inline-start: 0; color: var(--soft); font-variant-numeric: tabular-nums; }
.panel .doubt > summary h3:nth-child(n) { color: var(--warn); }
.why { color: var(--warn); font-size: 12.5px; }
.made { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 14px; font-size: 12.5px; padding-block-end: 10px !important; }
.made dt { color: var(--soft); }

.problem { border: 1px solid var(--line); border-inline-start: 3px solid var(--brand); border-radius: 7px; padding: 12px 14px 14px; background: var(--wash); }
.problem h3 { font: 600 16px/1.35 var(--serif); letter-spacing: 0; text-transform: none; color: var(--ink); }
/* Alone in the panel it needs no frame of its own. */
.problem:only-child { border: 0; background: none; padding: 0; }
.panel .problem h3:is(:lang(zh), :lang(ja), :lang(ko)) { font: 600 16px/1.5 var(--cjk), var(--sans); }
.detail { color: var(--soft); font-size: 13px; }
.problem p { margin-block-start: 5px; }
.panel input { flex: 1; min-inline-size: 0; border: 1px solid var(--edge); border-radius: 7px; background: var(--paper); color: var(--ink); padding: 4px 10px; font: 13px/1.5 var(--sans); }

.connect { flex: none; border-block-start: 1px solid var(--line); background: var(--wash); padding: 12px 16px; font-size: 13px; max-block-size: 60cqh; overflow: auto; }
.panel :is(.connect, .problem) pre { white-space: pre-wrap; background: var(--paper); border: 1px solid var(--line); border-radius: 7px; padding: 8px 11px; margin-block: 8px; font: 12px/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.panel[data-surface="page"] .connect { position: sticky; inset-block-end: 40px; padding-inline: 24px; }

.bones { display: grid; gap: 10px; padding-block: 12px; }
.bone { block-size: 12px; border-radius: 4px; background: var(--line); }
.w80 { inline-size: 80%; }
.w60 { inline-size: 60%; }
`;
