"""One worker process: reads a file from its pipe, answers with what stands in it, and again.

usage: python -m takeaways.extract.worker MEMORY_MEGABYTES SECONDS

It may die at any time (a parser crashes, the limits strike): the service replaces it. It ends by itself when the
service does, as its standard input ends then.
"""

from __future__ import annotations

import gc
import logging
import os
import resource
import select
import signal
import sys
from pathlib import Path
from typing import IO, Any

from takeaways.errors import ParseLimit, TakeawaysError
from takeaways.extract import frames
from takeaways.extract.memory import give_back

ENOUGH = 200
"""Megabytes. Memory that one file took is rarely given back: a process that holds more is replaced, so that the next file
has all there is. After the largest papers it holds 130."""


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends of the conversation, moved away from where a parser's stray prints would go."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return incoming, outgoing


def _get_ready(incoming: IO[bytes]) -> None:
    """Import the parsers, where nobody is waiting yet; else each is imported when it is first needed."""
    if not select.select([incoming], [], [], 0)[0]:
        from takeaways.extract import arxiv, html, pdf, reading  # noqa: F401


def _answer(header: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """What one request comes to: `{"result": …}` or `{"error": code, "detail": …}`, and the bytes that go with it."""
    # Imported after the limits are set, so that they hold for the parsers' own start too.
    from takeaways.extract import reading

    try:
        result, data = reading.perform(header, body)
        return {"result": result}, data
    except TakeawaysError as err:
        return {"error": err.code, "detail": err.detail}, b""
    except RecursionError:
        return _limit("The file is nested too deeply."), b""


def _limit(detail: str) -> dict[str, Any]:
    return {"error": ParseLimit.code, "detail": detail}


def _megabytes() -> float:
    """Memory that is resident now (proc(5), statm). Of the peak, getrusage would count the service's, from before exec."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / (1 << 20)


def main() -> None:
    """Serve requests until the service goes away."""
    megabytes, seconds = int(sys.argv[1]), float(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Ctrl-C in a terminal reaches the whole process group; the service decides when its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library thinks of a stranger's file is no news for the service's log; a traceback of ours still is.
    logging.disable()
    # A document is half a million objects that all live until it is done: looking for dead ones among them is vain.
    gc.set_threshold(50_000, 20, 20)
    incoming, outgoing = _pipes()
    _get_ready(incoming)
    while True:
        try:
            header, body = frames.receive(incoming)
        except frames.Torn:
            return
        # The service kills a worker that is late. If it is gone itself, nobody would: SIGALRM ends the process.
        signal.setitimer(signal.ITIMER_REAL, seconds + 5)
        try:
            answer, data = _answer(header, body)
        except MemoryError:
            answer, data = {**_limit(f"The file needs more than {megabytes} MB of memory."), "last": True}, b""
        signal.setitimer(signal.ITIMER_REAL, 0)
        del header, body
        give_back()
        if _megabytes() > ENOUGH:
            answer["last"] = True
        try:
            frames.send(outgoing, answer, data)
        except frames.TooLong:
            frames.send(outgoing, {**_limit("The file holds more text than is read of one."), "last": True})
        except frames.Torn:
            return
        if answer.get("last"):
            return


if __name__ == "__main__":
    main()
