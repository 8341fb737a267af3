/** Colours and type. arXiv's red is the only accent. Sizes are px: inside a page's overlay its `rem` is not ours. */
export const tokens = /* css */ `
.panel {
  --paper: light-dark(#fff, #17181a);
  --ink: light-dark(#1c1d1f, #e9e7e2);
  --soft: light-dark(#5c5f66, #a6a8ad);
  --line: light-dark(#e4e2dc, #303236);
  --edge: light-dark(#c9c6be, #4b4e54);
  --wash: light-dark(#f8f6f1, #1f2124);
  --brand: light-dark(#b31b1b, #ff8a7a);
  --on-brand: light-dark(#fff, #1c1210);
  --good: light-dark(#2f6f4f, #7ccba2);
  --warn: light-dark(#7d5200, #e8b75d);
  --warn-wash: light-dark(#fdf6e6, #2a241a);
  --cjk: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC";
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", var(--cjk), sans-serif;
  --serif: "Iowan Old Style", "Source Serif 4", "Noto Serif", Georgia, "Noto Serif CJK SC", serif;
  font: 14px/1.5 var(--sans);
  color: var(--ink);
  background: var(--paper);
  color-scheme: inherit;
  text-align: start;
  overflow-wrap: anywhere;
  -webkit-text-size-adjust: 100%;
}
.panel[data-theme="light"] { color-scheme: light; }
.panel[data-theme="dark"] { color-scheme: dark; }
/* A CJK sans, never italic, never letter-spaced; Latin words in it stay in the same face. */
.panel :is(:lang(zh), :lang(ja), :lang(ko)) { font-style: normal; letter-spacing: 0; text-transform: none; }
.panel :is(.claim, .translation, .notice):is(:lang(zh), :lang(ja), :lang(ko)) {
  font: 400 15px/1.7 var(--cjk), var(--sans);
  text-spacing-trim: normal;
  text-autospace: normal;
  line-break: strict;
}
`;
