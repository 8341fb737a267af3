/**
 * The connection's state in words: what is, and what to do.
 *
 * @typedef {import('../lib/messages.js').Answers} Answers
 * @typedef {import('../lib/messages.js').Says} Says
 * @typedef {import('../lib/words.js').Words} Words
 */
import { h, withCode } from '../panel/dom.js';

/** @type {Record<Exclude<Says, 'trouble'>, (t: Words, here: boolean) => [string, string]>} */
const WORDS = {
  ok: (t) => [t('connection_ok'), ''],
  not_running: (t, here) =>
    here ? [t('problem_service_unreachable_title'), t('connection_not_running')] : [t('connection_silent'), t('connection_silent_do')],
  wrong_token: (t) => [t('problem_unauthorized_title'), t('problem_unauthorized_action')],
  something_else: (t) => [t('problem_wrong_service_title'), t('problem_wrong_service_action')],
  no_permission: (t) => [t('connection_no_permission'), t('connection_no_permission_do')],
  too_old: (t) => [t('connection_too_old'), t('connection_too_old_do')],
  bad_address: (t) => [t('connection_bad_address'), t('connection_bad_address_do')],
};

/**
 * @param {HTMLElement} place
 * @param {Answers['test']} found
 * @param {Words} t
 * @param {boolean} here whether the server is this computer, where the reader can start it
 */
export function showState(place, { says, problem }, t, here) {
  const [what, act] =
    says === 'trouble'
      ? [t(`problem_${problem?.code}_title`) || problem?.title || '', t(`problem_${problem?.code}_action`) || problem?.action || '']
      : WORDS[says](t, here);
  place.dataset.says = says;
  place.toggleAttribute('data-trouble', says !== 'ok');
  place.replaceChildren(h('p', {}, what), ...(act ? [h('p', {}, ...withCode(act))] : []));
}
