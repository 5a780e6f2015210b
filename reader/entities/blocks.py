"""The findings of a stretch of text: every layer asked, and their answers merged."""

import datetime
from collections.abc import Iterable

from reader.article import Block
from reader.entities.bodies import with_bodies
from reader.entities.currencies import without_currencies
from reader.entities.datelines import with_dateline
from reader.entities.dates import DateGrammar
from reader.entities.datewords import date_words
from reader.entities.events import with_events
from reader.entities.finding import Finding
from reader.entities.gazetteer import Gazetteer, Known, OwnNames, gazetteer
from reader.entities.headlines import truecased
from reader.entities.initials import with_initials
from reader.entities.labels import Label
from reader.entities.lexicon import lexicon
from reader.entities.longer import outside_longer
from reader.entities.longforms import with_long_forms
from reader.entities.lowercase import with_lowercase
from reader.entities.memory import Memory
from reader.entities.merge import KnownSpan, Layers, merged
from reader.entities.numerals import without_numerals
from reader.entities.openings import without_openings
from reader.entities.own import with_own
from reader.entities.people import with_people
from reader.entities.plugins import Recogniser, on_tokens
from reader.entities.recall import remembered
from reader.entities.repair import repaired
from reader.entities.scene import Scene
from reader.entities.sites import with_sites
from reader.entities.speakers import with_speakers
from reader.entities.stretches import Stretch
from reader.entities.tagger import tagger
from reader.entities.tokens import Tokens
from reader.entities.towns import with_towns
from reader.entities.triggers import triggers


def findings(
    text: str,
    stretch: Stretch,
    language: str,
    today: datetime.date,
    memory: Memory,
    own: OwnNames = (),
    outside: Recogniser | None = None,
) -> list[Finding]:
    """What the blocks of a stretch name, in order and apart.

    `memory` is what the blocks before them told, `own` the names of the reader's own organisations,
    `outside` a plug-in that finds people, organisations and places instead of the tagger.
    """
    tokens = written = stretch.tokens
    dates = DateGrammar(tokens, date_words(language), first_cells(text, stretch)).find()
    rules, words = triggers(language), lexicon(language)
    names = without_numerals(tokens, known_names(tokens, gazetteer(language)), rules)
    names = with_lowercase(tokens, names, language, rules)
    names = with_own(tokens, with_events(tokens, names, rules), own, language)
    marks = known_marks(tokens, names)
    if stretch.is_headline:
        tokens = truecased(tokens, marks, rules, words, language)
    if stretch.is_shouted:
        tagged = []
    elif outside and (told := _told(outside, text, stretch.blocks, language)) is not None:
        tagged = on_tokens(tokens, told)
    else:
        tagged = tagger(language).tag(tokens, marks)
    scene = Scene(tokens, marks, rules, words)
    tagged = with_initials(scene, tagged, language)
    tagged = without_openings(scene, repaired(scene, tagged, names))
    tagged = with_people(scene, tagged)
    tagged = with_bodies(scene, with_speakers(scene, with_sites(scene, tagged)), names)
    tagged = with_towns(scene, with_dateline(scene, tagged), names)
    tagged = with_long_forms(scene, tagged)
    tagged = remembered(tokens, tagged, marks, memory, words)
    if tokens is written:
        names = outside_longer(scene, names, tagged, dates)
    names, tagged = without_currencies(scene, names, tagged)
    return merged(Layers(text, tokens, dates, names, tagged, rules), today)


def _told(
    outside: Recogniser, text: str, blocks: Iterable[Block], language: str
) -> list[tuple[int, int, Label]] | None:
    """What a plug-in finds in some blocks of the text; `None` for a language it cannot do."""
    found: list[tuple[int, int, Label]] = []
    for block in blocks:
        told = outside(text[block.start : block.end], language)
        if told is None:
            return None
        found += ((block.start + start, block.start + end, label) for start, end, label in told)
    return found


def first_cells(text: str, stretch: Stretch) -> frozenset[int]:
    """The tokens that fill the first cell of a table's row: alone between line start and tab."""
    tokens, blocks = stretch.tokens, stretch.blocks
    if text.find("\t", blocks[0].start, blocks[-1].end) < 0:
        return frozenset()
    return frozenset(
        index
        for index, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True))
        if text[end : end + 1] == "\t" and text[start - 1 : start] in ("", "\n")
    )


def known_names(tokens: Tokens, names: Gazetteer) -> list[KnownSpan]:
    """The known names of a stretch, the longest first where they meet, in order and apart."""
    found: list[KnownSpan] = []
    free = 0
    for index in names.candidates(tokens):
        hit = names.at(tokens, index) if index >= free else None
        if hit is None:
            continue
        if hit[1].kind != "P" or not _holds_better(tokens, names, index + 1, hit[0]):
            free = hit[0]
            found.append((index, free, _province(tokens, names, found[-1:], index, hit)))
            found[-2:] = _towns(tokens, names, found[-2:])
    return found


def _towns(tokens: Tokens, names: Gazetteer, pair: list[KnownSpan]) -> list[KnownSpan]:
    """Two names, the first a town where it is a state's too: `Lebanon, New Hampshire`."""
    if len(pair) < 2 or pair[0][2].kind != "S" or pair[1][0] != pair[0][1] + 1:
        return pair
    (first, last, _), (_, _, beside) = pair
    home = names.provinces.get(tokens.key(first, last), "")
    both = tokens.words[last] == "," and beside[:2] == ("P", home)
    return [(first, last, Known("D", home)), pair[1]] if both else pair


def _province(
    tokens: Tokens, names: Gazetteer, before: list[KnownSpan], index: int, hit: tuple[int, Known]
) -> Known:
    """What a state's name says after a town of a province that bears it too: `Atlanta, Georgia`."""
    last, known = hit
    home = names.provinces.get(tokens.key(index, last), "") if known.kind == "S" else ""
    town = before[0] if before and home and before[0][1] == index - 1 else None
    beside = town is not None and tokens.words[index - 1] == "," and town[2][:2] == ("P", home)
    return Known("D", home) if beside and home != known.code else known


def _holds_better(tokens: Tokens, names: Gazetteer, first: int, last: int) -> bool:
    """Whether a state or an organisation begins inside a place's name and ends beyond it."""
    for index in range(first, last):
        hit = names.at(tokens, index) if tokens.words[index][0].isupper() else None
        if hit and hit[1].kind != "P" and hit[0] > last:
            return True
    return False


def known_marks(tokens: Tokens, names: list[KnownSpan]) -> list[str]:
    """For each token the class of the known name it begins (`B-S`) or goes on with (`I-S`)."""
    marks = [""] * len(tokens.words)
    for first, last, known in names:
        kind = "P" if known.kind == "D" else known.kind
        marks[first] = f"B-{kind}"
        marks[first + 1 : last] = [f"I-{kind}"] * (last - first - 1)
    return marks
