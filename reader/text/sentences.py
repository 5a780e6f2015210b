"""Sentences: where one ends, judged from the few characters around each full stop.

Each candidate end is judged on its own, so a sentence is found without reading the paragraph
from its start.
"""

import re
from collections.abc import Iterator

from reader.article import Span

_CANDIDATE = re.compile(
    "(?P<stop>[.!?…‽؟۔।॥]+)(?P<close>[\"'”’»›)\\]]*)"
    "(?P<notes>(?:\\[[^\\[\\]\n]{1,20}\\]|[¹²³⁰⁴-⁹]){0,5})(?P<gap>\\s+|$)"
    "|(?P<wide>[。！？｡．]+[」』）】〉》”’]*)\\s*"
    "|\\n"
)
_BEFORE = re.compile(r"[^\s(\[\"'“‘«]+\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_WORD = re.compile(r"\w+")
_REACH = 2048
_WIDEST = 128
"""The most characters from a full stop to the end of the marks of footnotes behind it."""

_FOLLOWED = """
    dr drs dra ir prof h hj kh tn ny nn sdr sdri bpk yth st sta jl gg no nomor nmr tgl hlm hal
    mr mrs ms mx messrs rev hon gov gen lt col maj capt cmdr sgt adm sen rep pres fr sr mgr mt ft
    bung letjen brigjen mayjen kol kapt rp us vol ch fig art sec ps pasal ay ed eds vs v cf ca
    nos pp par al approx est mme mlle dra srta sra dott sig ing hr fru bzw nr abs str
    г ул им тов гр т д
"""
_ENDING = """
    a.m p.m e.g i.e s.d a.n d.a u.p dll dsb dst dkk tsb etc inc ltd co corp jr tbk
    jan feb mar apr jun jul agu aug sep sept okt oct nov des dec sel rab kam jum sab min mon
    tue wed thu fri sat sun rt rw s.h s.e s.t m.m m.sc ph.d b.a m.a др гг млн млрд
"""
_BEGINNING = """
    the a an he she it they we you i but and or in on at by as for from if when after before while
    this that these those there his her its their our however meanwhile
    ia dia mereka kami kita saya itu ini hal namun tetapi tapi dan atau di ke dari pada untuk dalam
    menurut selain sementara para setelah sebelum jika bila karena akan tidak adapun
"""
_STARTERS = frozenset(_BEGINNING.split())

ABBREVIATIONS = frozenset(_FOLLOWED.split())
"""Lower-case words whose full stop never ends a sentence: something always follows them."""

MAY_END = frozenset(_ENDING.split())
"""Lower-case words whose full stop ends a sentence only where a capital follows."""


def sentence_at(text: str, offset: int, start: int, end: int) -> Span:
    """The sentence that holds `offset`, or the one before the blanks there, in `[start, end)`."""
    offset = max(start, min(offset, end - 1))
    first = _begin(text, offset, start, end)
    return Span(first, _finish(text, max(first, offset), end, first))


def sentence_after(text: str, offset: int, start: int, end: int) -> Span | None:
    """The first sentence that begins after the one at `offset`, within `[start, end)`."""
    begin = _skip(text, sentence_at(text, offset, start, end).end, end)
    return sentence_at(text, begin, start, end) if begin < end else None


def sentence_before(text: str, offset: int, start: int, end: int) -> Span | None:
    """The last sentence that ends before the one at `offset` begins, within `[start, end)`."""
    begin = sentence_at(text, offset, start, end).start
    while begin > start and text[begin - 1].isspace():
        begin -= 1
    return sentence_at(text, begin - 1, start, end) if begin > start else None


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The sentences of a stretch, without the blanks between them."""
    end = len(text) if end is None else end
    begin = _skip(text, start, end)
    while begin < end:
        found = Span(begin, _finish(text, begin, end, begin))
        yield found
        begin = _skip(text, max(found.end, begin + 1), end)


def _skip(text: str, offset: int, end: int) -> int:
    while offset < end and text[offset].isspace():
        offset += 1
    return offset


def _finish(text: str, offset: int, end: int, floor: int) -> int:
    """Where the sentence that goes through `offset` stops."""
    for match in _CANDIDATE.finditer(text, max(floor, offset - _WIDEST), end):
        after = match.end()
        if after > offset and _ends(text, match, end):
            return floor + len(text[floor:after].rstrip())
    return max(floor + len(text[floor:end].rstrip()), min(floor + 1, end))


def _begin(text: str, offset: int, start: int, end: int) -> int:
    """Where the sentence that goes through `offset` begins."""
    reach = _REACH
    while True:
        floor = max(start, offset - reach)
        last = -1
        for match in _CANDIDATE.finditer(text, floor, end):
            if match.end() > offset:
                break
            if _ends(text, match, end):
                last = match.end()
        if last >= 0 or floor == start:
            return _skip_within(text, start if last < 0 else last, offset, end)
        reach *= 4


def _skip_within(text: str, begin: int, offset: int, end: int) -> int:
    after = _skip(text, begin, end)
    return after if after < end else min(begin, offset)


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at this candidate."""
    if match["stop"] is None:
        return True
    following = text[match.end() : min(match.end() + 24, end)]
    if not following:
        return True
    opened = following.lstrip("\"'“‘«‹([—–- ")
    head = opened[:1]
    if match["close"] and (head.islower() or following[0] in ",;"):
        return False
    if "." not in match["stop"] or match["stop"] == "...":
        return not head.islower()
    return _full_stop_ends(text, match.start(), opened)


def _full_stop_ends(text: str, stop: int, following: str) -> bool:
    """Whether the full stop at `stop` ends a sentence, given what follows it."""
    found = _BEFORE.search(text, max(0, stop - 40), stop)
    word = found[0] if found else ""
    before, head = word.casefold(), following[:1]
    if before in ABBREVIATIONS or head.islower():
        return False
    if _INITIALS.fullmatch(word) and not word.isdigit():
        return _begins_sentence(following)
    if before in MAY_END:
        return not head.isdigit()
    is_number = before.isdigit() and len(before) <= 3
    return not (is_number and head.isdigit())


def _begins_sentence(following: str) -> bool:
    """Whether the word that follows an initial is one that names do not begin with."""
    word = _WORD.match(following)
    return not word or word[0].casefold() in _STARTERS
