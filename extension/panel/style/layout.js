/** The frame: bar, body, foot; narrow and wide; focus, motion, print, forced colours. */
export const layout = /* css */ `
.panel, .panel * { box-sizing: border-box; }
.panel { display: flex; flex-direction: column; container-type: inline-size; position: relative; }
.panel[data-surface="frame"] { block-size: 100%; }
.panel[data-surface="frame"] .body { overflow: auto; overscroll-behavior: contain; flex: 1; min-block-size: 0; }
.panel[data-surface="page"][data-idle] { display: none; }
.bar { display: flex; align-items: center; gap: 8px; padding: 8px 8px 8px 16px; border-block-end: 1px solid var(--line); }
.bar b { font-weight: 600; }
.space { flex: 1; }
.mark { inline-size: 20px; block-size: 20px; border-radius: 5px; background: var(--brand); color: var(--on-brand); display: grid; place-items: center; font: 700 12px/1 var(--serif); }
.body { padding: 16px 16px 8px; }
.body > * + *, .body > section + * { margin-block-start: 16px; }
.body > h2.hidden:first-child + * { margin-block-start: 0; }
.panel[data-surface="page"] .body { padding-inline: 24px; padding-block-start: 22px; }
.panel:not(:has(> .foot)) > .body { padding-block-end: 20px; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }

.foot { display: flex; align-items: center; gap: 8px; block-size: 40px; flex: none; padding-inline: 16px 8px; border-block-start: 1px solid var(--line); background: var(--wash); font-size: 12px; color: var(--soft); position: relative; white-space: nowrap; }
.panel[data-surface="page"] .foot { position: sticky; inset-block-end: 0; padding-inline: 24px 16px; border-end-start-radius: inherit; border-end-end-radius: inherit; }
.panel[data-surface="page"] { border-radius: inherit; }
.extent { flex: 1; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; font-variant-numeric: tabular-nums; }
.extent > .writer { display: inline-block; white-space: pre; vertical-align: bottom; max-inline-size: max(3.5em, 100cqi - 350px); overflow: hidden; text-overflow: ellipsis; }
.extent > .when { display: none; }
.buttons { display: flex; gap: 6px; }
.meter { position: absolute; inset: -2px 0 auto; block-size: 2px; background: var(--line); overflow: hidden; }
.meter i { display: block; block-size: 100%; background: var(--brand); }
.meter.part-read i { background: var(--warn); }

.button { display: inline-flex; align-items: center; gap: 6px; min-block-size: 28px; border: 1px solid var(--edge); background: var(--paper); color: var(--ink); border-radius: 7px; padding: 3px 10px; font: 12.5px/1.4 var(--sans); cursor: pointer; white-space: nowrap; }
.button:hover { background: var(--wash); border-color: var(--soft); }
.foot .button:hover { background: var(--paper); }
.button.main { background: var(--brand); border-color: var(--brand); color: var(--on-brand); }
.button.main:hover { filter: brightness(1.08); }
.plain { display: grid; place-items: center; inline-size: 30px; block-size: 30px; border: 0; border-radius: 7px; background: none; color: var(--soft); cursor: pointer; }
.plain:hover { background: var(--wash); color: var(--ink); }
.inline { border: 0; background: none; padding: 0 2px; font: inherit; color: var(--brand); cursor: pointer; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px; }
.icon { inline-size: 16px; block-size: 16px; flex: none; stroke: currentColor; fill: none; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 10px; }
.panel a { color: var(--brand); text-decoration-thickness: 1px; text-underline-offset: 2px; }
.panel :focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.panel summary { border-radius: 4px; }

@container (max-width: 639px) {
  .foot .button.small { padding: 3px 6px; }
  .foot .button.small:not(.told) .label { display: none; }
}
@container (max-width: 519px) {
  .extent:has(> .cost) > .tokens { display: none; }
  .foot .button:not(.small, .keep) { padding-inline: 8px; font-size: 12px; }
  .foot .buttons { gap: 4px; }
}
@container (min-width: 400px) and (max-width: 519px) {
  .foot .button:not(.small, .keep) .icon { display: none; }
}
@container (max-width: 399px) {
  .panel[data-surface] :is(.body, .connect) { padding-inline: 16px; }
  .panel[data-surface] .foot { padding-inline: 16px 8px; gap: 6px; }
  .buttons { gap: 4px; }
  .extent > .writer { max-inline-size: max(3.5em, 100cqi - 295px); }
  .foot .button:not(.told, .keep) { padding: 3px 6px; }
  .foot .button:not(.told, .keep) .label { display: none; }
}
@media (prefers-reduced-motion: no-preference) {
  .bone { animation: breathe 1.8s ease-in-out infinite; }
  .meter.busy i { transition: inline-size .4s ease-out; }
  .spot.checking { animation: wait 1.8s ease-in-out infinite; }
  .panel summary::after { transition: rotate .15s; }
  @keyframes breathe { 50% { opacity: .55; } }
  @keyframes wait { 50% { opacity: .75; } }
}
@media (forced-colors: active) {
  .mark, .button.main { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  .meter { background: CanvasText; }
  .meter i { forced-color-adjust: none; background: Highlight; }
  .bone { border: 1px solid CanvasText; }
}
@media print {
  .panel[data-surface="frame"] { display: none; }
  .panel .buttons, .bar, .connect, .row { display: none; }
  .panel[data-surface="page"] .foot { position: static; background: none; }
  .panel details::details-content { content-visibility: visible; block-size: auto; }
  .panel section, .panel li { break-inside: avoid; }
}
`;
