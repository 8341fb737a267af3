/**
 * What goes over the wire, as types: the service's nouns (server/takeaways/model/) as JSON.
 * tests/wire/ holds an example of each; tests/js/wire.test.mjs holds this file to them.
 *
 * @typedef {{name: string, affiliations: string[]}} Author
 * @typedef {{kind: 'code' | 'project' | 'data', url: string}} Link
 * @typedef {{number: number, day: string | null, withdrawn: boolean}} Version
 * @typedef {{
 *   id: string, link: string | null, title: string | null, authors: Author[], affiliations: string[],
 *   abstract: string | null, published: string | null, updated: string | null, version: number | null,
 *   versions: Version[], categories: string[],
 *   comment: string | null, journal_ref: string | null, doi: string | null, license: string | null,
 *   links: Link[], provenance: Record<string, string>
 * }} Paper
 *
 * @typedef {{left: number, bottom: number, right: number, top: number}} Box
 * @typedef {{anchor: string | null, page: number | null, box: Box | null}} Place
 * @typedef {'abstract' | 'section' | 'appendix' | 'figure' | 'table' | 'algorithm' | 'page'} SpotKind
 * @typedef {{kind: SpotKind, number: string | null}} Spot
 * @typedef {{blocks: string[], quote: string, spot: Spot, place: Place}} Evidence
 * @typedef {'quote_not_found' | 'number_not_found' | 'name_not_found' | 'block_not_found' | 'number_role' |
 *   'direction_turned' | 'hedge_dropped'} ReasonCode
 * @typedef {{code: ReasonCode, what: string}} Reason
 * @typedef {{text: string, evidence: Evidence | null, state: 'quoted' | 'unverified', reason: Reason | null}} Claim
 *
 * @typedef {'background' | 'prior_work' | 'method' | 'results' | 'steps' | 'significance' | 'innovation' |
 *   'performance' | 'workload' | 'limitations'} NotePart
 * @typedef {Record<NotePart, Claim[]>} Note
 *
 * @typedef {'arxiv-html' | 'ar5iv' | 'pdf' | 'page' | 'abstract'} Reading
 * @typedef {'absent' | 'withdrawn' | 'failed' | 'damaged' | 'thin'} AttemptWhy
 * @typedef {{reading: Reading, why: AttemptWhy, code: string | null}} Attempt
 * @typedef {'unreadable_page' | 'page_beyond_limit' | 'picture_page' | 'figure_words' | 'unread_table' |
 *   'hidden_words'} SkippedKind
 * @typedef {{kind: SkippedKind, count: number, which: string[]}} Skipped
 * @typedef {{
 *   reading: Reading, link: string | null, unit: 'pages' | 'sections', read: number, total: number,
 *   words: number, references: number, skipped: Skipped[], attempts: Attempt[]
 * }} Coverage
 * @typedef {{kind: 'hidden_text' | 'truncated' | 'scanned', text: string, place: Place}} Flag
 * @typedef {{
 *   engine: string, model: string | null, version: string, extractor: string, depth: 'quick' | 'full',
 *   language: string, unread_language: string | null, at: string, tokens_in: number, tokens_out: number, cost: number | null, degraded: string | null
 * }} Making
 * @typedef {{
 *   paper: Paper, one_sentence: Claim | null, takeaways: Claim[], keywords: string[], note: Note,
 *   not_stated: NotePart[], title_translation: string | null, coverage: Coverage, flags: Flag[], making: Making
 * }} Summary
 *
 * @typedef {{
 *   type: string, code: string, title: string, status: number, detail: string, action: string,
 *   retryable: boolean, retry_after: number | null
 * }} Problem
 *
 * @typedef {'resolve' | 'fetch' | 'extract' | 'summarize'} StageName
 * @typedef {{type: 'stage', job: string, name: StageName, n: number, of: number}} StageEvent
 * @typedef {{type: 'paper', paper: Paper}} PaperEvent
 * @typedef {{type: 'preview', summary: Summary}} PreviewEvent
 * @typedef {{type: 'part', n: number, of: number}} PartEvent
 * @typedef {{type: 'delta', path: string, text: string, claim: Claim | null}} DeltaEvent
 * @typedef {{type: 'summary', id: string, summary: Summary}} SummaryEvent
 * @typedef {{type: 'failed', problem: Problem}} FailedEvent
 * @typedef {{type: 'retry', after: number}} RetryEvent
 * @typedef {StageEvent | PaperEvent | PreviewEvent | PartEvent | DeltaEvent | SummaryEvent | FailedEvent | RetryEvent} Event
 *
 * @typedef {{url: string, language?: string | null, depth?: 'quick' | 'full', refresh?: boolean}} Request
 *
 * @typedef {{
 *   url: string, id: string | null, status: 'ready' | 'pending' | 'failed' | 'unsupported',
 *   summary: Summary | null, problem: Problem | null
 * }} Row
 */

export {};
