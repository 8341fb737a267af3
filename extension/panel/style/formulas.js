/** What Temml's MathML needs of a style sheet: the part of its Temml-Local.css that formulas in prose come to. */
export const formulas = `
math { font-family: "Cambria Math", "STIX Two Math", "Latin Modern Math", "Noto Sans Math", math; font-size: 1.08em; font-style: normal; line-height: normal; letter-spacing: normal; direction: ltr; font-feature-settings: "dtls" off; }
math * { border-color: currentColor; }
mfrac > :nth-child(2), msqrt, mover > :first-child { math-shift: compact; }
/* A math font's prime in a superscript is made for another font's height, and hardly seen. */
mo.tml-prime { font-family: var(--serif); }
.tml-sml-pad { padding-left: .05em; }
.tml-med-pad { padding-left: .1em; }
.tml-lrg-pad { padding-left: .15em; }
.tml-right { text-align: right; }
.tml-left { text-align: left; }
@supports (-moz-appearance: none) {
  :is(.tml-sml-pad, .tml-med-pad, .tml-lrg-pad) { padding-left: 0; }
  .tml-vec { transform: scale(.75); }
}
.formula:has(> math[display="block"]) { display: block; overflow: auto hidden; margin-block: 4px; }
`;
