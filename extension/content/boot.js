// Content scripts are not modules; what they import are. Nothing waits for this: a click that comes before it injects it again.
import(chrome.runtime.getURL('content/main.js'));
