"""One worker process: reads a file from its pipe, answers with what stands in it, and again.

usage: python -m takeaways.extract.worker MEMORY_MEGABYTES SECONDS

It may die at any time (a parser crashes, the limits strike): the service replaces it. It ends by itself when the
service does, as its standard input ends then.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import IO, Any

from takeaways.errors import ParseLimit, TakeawaysError
from takeaways.extract import frames


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends of the conversation, moved away from where a parser's stray prints would go."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return incoming, outgoing


def _answer(header: dict[str, Any], body: bytes) -> dict[str, Any]:
    """What one request comes to: `{"result": …}` or `{"error": code, "detail": …}`."""
    # Imported after the limits are set, so that they hold for the parsers' own start too.
    from takeaways.extract import reading

    try:
        return {"result": reading.perform(header, body)}
    except TakeawaysError as err:
        return {"error": err.code, "detail": err.detail}
    except RecursionError:
        return {"error": ParseLimit.code, "detail": "The file is nested too deeply."}


def main() -> None:
    """Serve requests until the service goes away."""
    megabytes, seconds = int(sys.argv[1]), float(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Ctrl-C in a terminal reaches the whole process group; the service decides when its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    incoming, outgoing = _pipes()
    while True:
        try:
            header, body = frames.receive(incoming)
        except frames.Torn:
            return
        # The service kills a worker that is late. If it is gone itself, nobody would: SIGALRM ends the process.
        signal.setitimer(signal.ITIMER_REAL, 2 * seconds + 5)
        try:
            answer = _answer(header, body)
        except MemoryError:
            del body
            answer = {
                "error": ParseLimit.code,
                "detail": f"The file needs more than {megabytes} MB of memory.",
                "last": True,
            }
        signal.setitimer(signal.ITIMER_REAL, 0)
        try:
            frames.send(outgoing, answer)
        except frames.Torn:
            return
        if answer.get("last"):
            return


if __name__ == "__main__":
    main()
