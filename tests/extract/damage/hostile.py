"""PDFs made to harm: objects that loop, numbers that are nonsense, a few bytes that become a gigabyte.

Each is made when it is asked for, as some are large.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

from .writing import page, stream, write

GIGABYTE = 1 << 30
CASES: dict[str, Callable[[], bytes]] = {}


def inflating(size: int, unit: bytes = b"\0") -> bytes:
    """Flate data of about `size` bytes, made at once: one block, again and again."""
    packer = zlib.compressobj(9)
    block = unit * ((1 << 20) // len(unit))
    head = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    body = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + body * (size // len(block)) + packer.flush()


def bomb(size: int, unit: bytes = b"\0", entries: bytes = b"") -> bytes:
    """A stream object that inflates to `size` bytes."""
    return stream(inflating(size, unit), entries + b"/Filter/FlateDecode")


def one(changes: dict[int, bytes] | None = None, content: bytes | None = None, **entries: bytes) -> Callable[[], bytes]:
    """A file of one page, some of its objects replaced."""
    made = page(**entries) if content is None else page(content, **entries)
    return lambda: write({**made, **(changes or {})})


# The tree of pages.
CASES["kids that hold their parent"] = one({2: b"<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>"})
CASES["two nodes that hold each other"] = one(
    {2: b"<</Type/Pages/Count 9/Kids[6 0 R]>>", 6: b"<</Type/Pages/Count 9/Parent 2 0 R/Kids[2 0 R 3 0 R]>>"}
)
CASES["a parent that is its own"] = one({3: b"<</Type/Page/Parent 3 0 R/Contents 4 0 R>>"})
CASES["a parent that is the child"] = one(
    {2: b"<</Type/Pages/Parent 6 0 R/Count 1/Kids[3 0 R]>>", 6: b"<</Type/Pages/Parent 2 0 R>>"}, MediaBox=b"null"
)
CASES["a count of two thousand million"] = one({2: b"<</Type/Pages/Count 2147483647/Kids[3 0 R]>>"})
CASES["a count below nothing"] = one({2: b"<</Type/Pages/Count -5/Kids[3 0 R]>>"})
CASES["one page many times"] = one({2: b"<</Type/Pages/Count 100000/Kids[%s]>>" % (b"3 0 R " * 100_000)})
CASES["kids that are numbers"] = one({2: b"<</Type/Pages/Count 3/Kids[1 2 3]>>"})
CASES["a page that is its content"] = one({3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>>"})
CASES["a root that is a number"] = one({1: b"42"})
CASES["no pages"] = one({2: b"<</Type/Pages/Count 0/Kids[]>>"})


def _many_pages() -> bytes:
    pages = dict.fromkeys(range(10, 100010), b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 612 792]>>")
    kids = b" ".join(b"%d 0 R" % n for n in pages)
    return write({**page(), 2: b"<</Type/Pages/Count 100000/Kids[%s]>>" % kids, **pages})


def _deep_tree() -> bytes:
    nodes = {n: b"<</Type/Pages/Parent %d 0 R/Count 1/Kids[%d 0 R]>>" % (n - 1, n + 1) for n in range(11, 10_000)}
    return write({**page(), 2: b"<</Type/Pages/Count 1/Kids[11 0 R]>>", **nodes, 10_000: page()[3]})


CASES["a hundred thousand pages"] = _many_pages
CASES["pages ten thousand deep"] = _deep_tree

# Boxes and turns.
for box in (
    "[0 0 0 0]",
    "[612 792 0 0]",
    "[-1e9 -1e9 1e9 1e9]",
    "[0 0 1e-9 1e-9]",
    "[0 0 1e38 1e38]",
    "[(a) (b)]",
    "[]",
    "null",
):
    CASES[f"a page of {box}"] = one(MediaBox=box.encode())
CASES["a box inside no page"] = one(CropBox=b"[5000 5000 6000 6000]")
for turn in ("45", "-90", "99999999999", "/Up"):
    CASES[f"a page turned by {turn}"] = one(Rotate=turn.encode())
CASES["a unit of a million points"] = one(UserUnit=b"1000000")

# Fonts.
TYPE0 = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>"
CID = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>%s>>"
CODES = b"BT /F 12 Tf 72 700 Td <%s> Tj ET" % b"".join(b"%04x" % n for n in range(2000))
CASES["no font"] = one({5: b"null"})
CASES["a font that is a page"] = one({5: b"3 0 R"})
CASES["a font of a font of itself"] = one({5: b"<</Type/Font/Subtype/Type0/BaseFont/X/DescendantFonts[5 0 R]>>"})
CASES["a font file of noise"] = one(
    {
        5: b"<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R/FirstChar 0/LastChar 255/Widths 7 0 R>>",
        6: b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 8 0 R/FontBBox[0 0 1e9 1e9]/Ascent 1e9/Descent -1e9>>",
        7: b"[%s]" % (b"-1e9 " * 256),
        8: stream(bytes(range(256)) * 40, b"/Length1 2147483647"),
    }
)
for name, cmap in {
    "of noise": bytes(range(256)) * 20,
    "of one huge range": b"begincmap 1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange endcmap",
    "that never ends": b"begincmap 100000 beginbfrange " + b"<0000> <FFFF> [ <0041> " * 20_000,
    "of halves of characters": b"begincmap 1 beginbfrange <0000> <FFFF> <D800> endbfrange endcmap",
    "of no characters": b"begincmap 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap",
    "of very long words": b"begincmap 1 beginbfchar <0001> <%s> endbfchar endcmap" % (b"0041" * 200_000),
}.items():
    CASES[f"a map to Unicode {name}"] = one({5: TYPE0, 6: stream(cmap), 7: CID % b""}, content=CODES)
CASES["a map to Unicode that inflates"] = one({5: TYPE0, 6: bomb(GIGABYTE, b"<0041> "), 7: CID % b""}, content=CODES)
CASES["widths of nonsense"] = one({5: TYPE0, 6: b"null", 7: CID % b"/DW -1e9/W[0 99999999 1e30 5 [1 2"}, content=CODES)
CASES["letters that draw themselves"] = one(
    {
        5: b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]"
        b"/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>",
        6: stream(b"1 0 d0 BT /F 1 Tf (aaaa) Tj ET"),
    },
    content=b"BT /F 12 Tf 72 700 Td (aaaa) Tj ET",
)

# Forms, pictures, patterns.
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
CASES["a form that draws itself"] = one({6: stream(b"/X Do " * 10, FORM % 6)}, content=b"/X Do")
CASES["two forms that draw each other"] = one(
    {6: stream(b"/X Do /X Do", FORM % 7), 7: stream(b"/X Do /X Do", FORM % 6)}, content=b"/X Do"
)


def _forms(depth: int, times: int, last: bytes) -> bytes:
    """A form that draws another some times, and so on: `times` to the power of `depth` drawings of the last."""
    forms = {n: stream(b"/X Do " * times, FORM % (n + 1)) for n in range(6, 6 + depth)}
    return write({**page(b"/X Do"), **forms, 6 + depth: stream(last, FORM % 99)})


CASES["ten forms of ten, eight deep"] = lambda: _forms(8, 10, b"BT /F 9 Tf (word) Tj ET")
CASES["forms a thousand deep"] = lambda: _forms(1000, 1, b"BT /F 9 Tf 72 700 Td (Some words of a form.) Tj ET")
PICTURE = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/%s"
NOISE = bytes((7 * n * n + n) % 256 for n in range(5000))
for coding in (b"JBIG2Decode", b"JPXDecode", b"DCTDecode", b"CCITTFaxDecode", b"LZWDecode", b"RunLengthDecode", b"Nonsense"):
    CASES[f"a picture of noise, {coding.decode()}"] = one(
        {6: stream(NOISE, PICTURE % (500, 500, coding))}, content=b"500 0 0 500 0 0 cm /X Do"
    )
CASES["a picture of a thousand million dots"] = one(
    {6: bomb(GIGABYTE, entries=PICTURE.rpartition(b"/Filter")[0] % (32768, 32768))}, content=b"500 0 0 500 0 0 cm /X Do"
)
CASES["a picture larger than numbers"] = one(
    {6: stream(NOISE, PICTURE % (2147483647, 2147483647, b"FlateDecode"))}, content=b"500 0 0 500 0 0 cm /X Do"
)
CASES["a pattern that paints with itself"] = one(
    {
        6: stream(
            b"/Pattern cs /P scn 0 0 9 9 re f",
            b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 1e-9/YStep 1e-9"
            b"/Resources<</Pattern<</P 6 0 R>>>>",
        )
    },
    content=b"/Pattern cs /P scn 0 0 612 792 re f",
)

# Content.
CASES["a gigabyte of operators"] = one({4: bomb(GIGABYTE, b"BT /F 12 Tf (x) Tj ET\n")})
CASES["a gigabyte of nothing"] = one({4: bomb(GIGABYTE)})
CASES["a gigabyte, packed twice"] = one(
    {4: stream(zlib.compress(inflating(GIGABYTE, b"(word) Tj ")), b"/Filter[/FlateDecode/FlateDecode]")}
)
CASES["a million text objects"] = lambda: write(page(b"BT /F 9 Tf 72 700 Td (word) Tj ET\n" * 1_000_000))
CASES["a million letters, each alone, at one point"] = lambda: write(
    page(b"BT /F 9 Tf 1 0 0 1 72 700 Tm (w) Tj ET\n" * 1_000_000)
)
CASES["one string of ten megabytes"] = lambda: write(page(b"BT /F 9 Tf 72 700 Td (%s) Tj ET" % (b"word " * 2_000_000)))
CASES["a million lines of two letters"] = lambda: write(
    page(b"BT /F 1 Tf 0 792 Td " + b"(ab) Tj 0 -.0007 Td " * 1_000_000 + b"ET")
)
CASES["a million strokes"] = lambda: write(page(b"0 0 m 9 9 l S " * 1_000_000))
CASES["states a million deep"] = lambda: write(page(b"q " * 1_000_000 + b"BT /F 9 Tf (word) Tj ET"))
CASES["arrays a million deep, in content"] = lambda: write(page(b"[" * 1_000_000))
CASES["dictionaries a million deep, in content"] = lambda: write(page(b"/A " + b"<</A " * 1_000_000 + b"BDC"))
CASES["arrays a million deep, in the page"] = lambda: write(page(Annots=b"[" * 1_000_000))
CASES["dictionaries a million deep, in the page"] = lambda: write(page(PieceInfo=b"<</A " * 1_000_000))
CASES["one content a hundred thousand times"] = lambda: write(page(Contents=b"[%s]" % (b"4 0 R " * 100_000)))
CASES["letters of size nothing"] = one(content=b"BT /F 0 Tf 72 700 Td (Some words) Tj ET")
CASES["letters of size 1e30"] = one(content=b"BT /F 1e30 Tf 1e30 0 0 1e30 1e30 -1e30 Tm (Some words of no size) Tj ET")
CASES["a page of one letter, turned everywhere"] = lambda: write(
    page(
        b"BT /F 9 Tf "
        + b"".join(b".%d .%d -.%d .%d 300 300 Tm (w) Tj " % (n, 1000 - n, n, n) for n in range(1, 999))
        + b"ET"
    )
)
CASES["numbers of nonsense"] = one(content=b"BT /F 9 Tf --5 ++.. 1e99 nan inf Td 99999999999999999999 TL (words) ' ET" * 50)

# Tables, streams, locks.
CASES["a length that is its own"] = one({4: b"<</Length 4 0 R>>stream\nBT ET\nendstream"})
CASES["a length below nothing"] = one({4: b"<</Length -1>>stream\nBT ET\nendstream"})
CASES["a length of everything"] = one({4: b"<</Length 99999999999>>stream\nBT ET\nendstream"})
CASES["a thousand filters"] = one({4: stream(b"x\x9c", b"/Filter[%s]" % (b"/FlateDecode" * 1000))})
CASES["a table before itself"] = lambda: write(page(), b"/Root 1 0 R/Prev 9")
CASES["a table that points to itself"] = lambda: _looping()
CASES["objects in an object stream of itself"] = lambda: write(
    {**page(), 6: stream(b"6 0 3 9 <<>> <<>>", b"/Type/ObjStm/N 2/First 8")}, b"/Root 1 0 R", table=False
)
CASES["an object stream that inflates"] = lambda: write(
    {6: bomb(GIGABYTE, b"1 0 ", b"/Type/ObjStm/N 999999/First 9"), **page()}, table=False
)
CASES["a table that inflates"] = lambda: _table_stream(
    bomb(GIGABYTE, entries=b"/Type/XRef/Size 99999999/W[1 2 1]/Root 1 0 R")
)
CASES["a table of nonsense widths"] = lambda: _table_stream(
    stream(b"\xff" * 500, b"/Type/XRef/Size 2147483647/W[2147483647 -1 99]/Index[0 2147483647]/Root 1 0 R")
)
CASES["locked by noise"] = lambda: write(
    {**page(), 6: b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%s>/U<%s>>>" % (b"5a" * 32, b"a5" * 32)},
    b"/Root 1 0 R/Encrypt 6 0 R/ID[<00><00>]",
)
CASES["locked by nonsense"] = lambda: write(
    {**page(), 6: b"<</Filter/Standard/V 99/R 99/Length 2147483647>>"}, b"/Root 1 0 R/Encrypt 6 0 R"
)
CASES["locked by itself"] = lambda: write(page(), b"/Root 1 0 R/Encrypt 1 0 R")

# Metadata.
CASES["a title of ten megabytes"] = lambda: write(
    {**page(), 6: b"<</Title(%s)>>" % (b"Title " * 1_700_000)}, b"/Root 1 0 R/Info 6 0 R"
)
CASES["metadata that is the catalogue"] = lambda: write(page(), b"/Root 1 0 R/Info 1 0 R")
CASES["XMP of entities in entities"] = lambda: write(
    {
        **page(),
        1: b"<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>",
        6: stream(
            b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'title'>"
            + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
            + b"]><x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>&a9;</dc:title></x:xmpmeta>",
            b"/Type/Metadata/Subtype/XML",
        ),
    }
)
CASES["XMP that inflates"] = lambda: write(
    {**page(), 1: b"<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>", 6: bomb(GIGABYTE, b"<a>", b"/Type/Metadata/Subtype/XML")}
)


def _looping() -> bytes:
    body = write(page())
    return body.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % body.rindex(b"xref\n0"))


def _table_stream(table: bytes) -> bytes:
    body = write(page(), table=False)
    return body[: body.rindex(b"trailer")] + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (
        table,
        body.rindex(b"trailer"),
    )
