/**
 * Whether a host can only be this machine.
 *
 * @param {string} host as `URL.hostname` gives it
 */
export const isLoopback = (host) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
