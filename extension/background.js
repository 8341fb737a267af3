/**
 * The only part of the extension that talks to the service: neither a page nor a content script may fetch from this machine.
 *
 * Every listener is registered before anything is waited for: the browser stops this worker when it is idle and starts it for an
 * event, which is lost when nobody listens by the end of the first turn.
 */
import { createAnswers } from './background/answers.js';
import { createAwake } from './background/awake.js';
import { createBadge } from './background/badge.js';
import { createConnection } from './background/connection.js';
import { createMemory } from './background/memory.js';
import { addMenu, createOpening, MENU } from './background/opening.js';
import { createReader } from './background/reader.js';
import { createRows } from './background/rows.js';

const connection = createConnection();
const awake = createAwake();
const memory = createMemory();
const rows = createRows({ connection, memory });
const follow = createReader({ connection, awake, memory, badge: createBadge() });
const answer = createAnswers({ connection, awake, rows });
const opening = createOpening();

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === 'read') follow(port);
});
chrome.runtime.onMessage.addListener((message, sender, respond) => {
  void answer(message, sender).then(respond);
  return true; // answered later
});
chrome.action.onClicked.addListener((tab) => opening.click(tab));
chrome.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
  if (menuItemId === MENU && linkUrl && tab) opening.link(linkUrl, tab);
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && (changes.server || changes.token)) void memory.clear();
});
chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  addMenu();
  // A first start that finds its service says nothing; one that does not shows how to get it.
  if (reason === 'install' && (await connection.state()).says !== 'ok') await chrome.runtime.openOptionsPage();
});
// Where the browser can (Firefox cannot), the token is out of the content scripts' reach, not only out of their words.
void chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
