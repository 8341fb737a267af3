"""Undoing a Content-Encoding in pieces of a bounded size, whatever a few bytes blow up to."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from ..errors import SourceBroken

ACCEPTED = "gzip, deflate"
PIECE = 65536
_GZIP = b"\x1f\x8b"


class Inflater:
    """Decodes one body.

    Parameters
    ----------
    coding : str
        The value of Content-Encoding; empty or `identity`: nothing is to be undone.

    Raises
    ------
    SourceBroken
        It is a coding that was not asked for.
    """

    def __init__(self, coding: str) -> None:
        self._coding = coding.strip().lower().removeprefix("x-") or "identity"
        if self._coding not in ("identity", "gzip", "deflate"):
            raise SourceBroken(f"It came encoded as «{coding[:40]}», which was not asked for.")
        self._member: zlib._Decompress | None = None
        self._held = b""
        self._whole = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What the next bytes stand for, in pieces of at most PIECE bytes (of `identity`: as they come).

        Raises
        ------
        SourceBroken
            They are not of that coding.
        """
        if self._coding == "identity":
            yield data
            return
        data, self._held = self._held + data, b""
        while data:
            if self._member is None:
                if len(data) < 2:  # the first two bytes tell the format
                    self._held = data
                    return
                if self._whole and data[:2] != _GZIP:
                    return  # padding after the end, which browsers pass over
                self._member = zlib.decompressobj(self._window(data[:2]))
            if piece := self._inflated(self._member, data):
                yield piece
            if self._member.eof:  # of a gzip file's members there may be several (RFC 1952, 2.2)
                data, self._member, self._whole = self._member.unused_data, None, True
            else:
                data = self._member.unconsumed_tail

    def finish(self) -> Iterator[bytes]:
        """What is still to come after the last bytes were fed.

        Raises
        ------
        SourceBroken
            The end is missing.
        """
        while self._member is not None:
            piece = self._inflated(self._member, b"")
            if piece:
                yield piece
            if self._member.eof:
                self._member = None
            elif not piece:
                raise SourceBroken("Its compressed form breaks off before the end.")
        if self._held and not self._whole:
            raise SourceBroken("Its compressed form breaks off before the end.")

    def _window(self, start: bytes) -> int:
        if self._coding == "gzip":
            return 16 + zlib.MAX_WBITS
        # «deflate» is the zlib format (RFC 9110, 8.4.1.2), but some servers send it without zlib's two bytes.
        named = start[0] & 0x0F == 8 and int.from_bytes(start) % 31 == 0
        return zlib.MAX_WBITS if named else -zlib.MAX_WBITS

    def _inflated(self, member: zlib._Decompress, data: bytes) -> bytes:
        try:
            return member.decompress(data, PIECE)
        except zlib.error as err:
            raise SourceBroken(f"It says it is encoded as {self._coding}, but is not.") from err
