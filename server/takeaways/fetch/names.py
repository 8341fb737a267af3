"""Looking a host's name up, within a deadline."""

from __future__ import annotations

import queue
import socket
import threading

from ..errors import SourceSlow, SourceUnreachable, TakeawaysError


def look_up(host: str, seconds: float) -> tuple[str, ...]:
    """All addresses of a host, by the system's resolver, each once, in its order of preference.

    Parameters
    ----------
    host : str
    seconds : float
        How long to wait.

    Raises
    ------
    SourceUnreachable
        There is no such name, or no resolver answered.
    SourceSlow
        No answer in time.
    """
    answer: queue.SimpleQueue[tuple[str, ...] | OSError | UnicodeError | None] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            answer.put(tuple(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as err:  # UnicodeError: a label that is empty or too long
            answer.put(err)
        finally:  # after any other error too, so that nobody waits for a thread that is gone
            answer.put(None)

    # getaddrinfo knows no time limit and waits for half a minute where the resolver is silent.
    threading.Thread(target=ask, name=f"look up {host[:40]}", daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except queue.Empty as err:
        raise SourceSlow(f"The name «{host[:80]}» could not be looked up in time.") from err
    if found is None:
        raise TakeawaysError("The look-up of a name failed in a way that was not foreseen.")
    if isinstance(found, Exception):
        raise SourceUnreachable(f"There is no host «{host[:80]}», or its name cannot be looked up.") from found
    return found
