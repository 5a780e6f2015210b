"""Turns corpora of one token a line into the JSON Lines that the training script reads.

Run as `python reader/data/build/corpora.py NAME LANGUAGE FILE… > NAME.jsonl`, with the files of
CrossNER (`ner_data/DOMAIN/*.txt`), Europeana Newspapers (`enp_*.bio`), Universal NER (`*.iob2`) or
GermEval (`NER-de-*.tsv`). The other corpora of `reader/data/models/README.md` already come as text
with spans.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

KINDS = {
    **dict.fromkeys(("PER", "person", "politician", "scientist", "researcher"), "PER"),
    **dict.fromkeys(("writer", "musicalartist"), "PER"),
    **dict.fromkeys(("ORG", "organisation", "politicalparty", "university", "band"), "ORG"),
    **dict.fromkeys(("LOC", "country", "location"), "LOC"),
}
CLOSING = frozenset(".,;:!?)]}%'’”»")
OPENING = frozenset("([{“«$#")
CONTRACTED = {
    **{
        f"{word} {article}": f"{short}{article}"
        for word, short in (("de", "d"), ("em", "n"))
        for article in ("o", "a", "os", "as", "um", "uma", "este", "esta", "ele", "ela", "isso")
    },
    **{f"por {article}": f"pel{article}" for article in ("o", "a", "os", "as")},
    **{"a o": "ao", "a os": "aos", "a a": "à", "a as": "às"},
}
"""Portuguese words that the treebanks write apart, as text has them."""
NUMBERED = frozenset((".iob2", ".tsv"))
"""The files whose lines begin with the number of the token."""
Token = tuple[str, str]


def numbered(lines: list[str]) -> Iterator[str]:
    """Lines of a number, a token and its label and more as lines of a token and its label."""
    for line in lines:
        fields = line.split("\t")
        if fields[0].isdecimal():
            yield f"{fields[1]} {fields[2]}"
        elif not line.startswith("#"):
            yield ""


def contracted(run: list[Token]) -> list[Token]:
    """The tokens with what Portuguese contracts as one, where no edge of a name is between."""
    whole: list[Token] = []
    for word, label in run:
        before, before_label = whole[-1] if whole else ("", "")
        joined = CONTRACTED.get(f"{before.lower()} {word}")
        if joined and label[0] in "IO" and before_label[2:] == label[2:]:
            word, label = (joined.capitalize() if before[0].isupper() else joined), before_label
            whole.pop()
        whole.append((word, label))
    return whole


def sentences(lines: list[str], ends_at_marks: bool) -> Iterator[list[Token]]:
    """Runs of tokens with their labels, parted by empty lines or by `.`, `!` and `?`."""
    run: list[Token] = []
    for line in [*lines, ""]:
        fields = line.split()
        if len(fields) > 1:
            run.append((fields[0], fields[-1]))
        if run and (len(fields) < 2 or (ends_at_marks and fields[0] in (".", "!", "?"))):
            yield run
            run = []


def record(run: list[Token]) -> tuple[str, list[tuple[int, int, str]]]:
    """The tokens written as text, and the spans of their labels."""
    text, quoted = "", False
    spans: list[tuple[int, int, str]] = []
    before = ""
    for word, label in run:
        closes = word == '"' and quoted
        quoted = quoted != (word == '"')
        opened = text.endswith('"') and quoted and word != '"'
        glued = not text or word[0] in CLOSING or text[-1] in OPENING or closes or opened
        text += word if glued else f" {word}"
        kind = KINDS.get(label[2:], "")
        start = len(text) - len(word)
        if kind and label[0] == "I" and before == kind:
            start = spans.pop()[0]
        if kind:
            spans.append((start, len(text), kind))
        before = kind
    return text, spans


def main() -> None:
    """Write the records to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("language")
    parser.add_argument("files", nargs="+", type=Path)
    arguments = parser.parse_args()
    number = 0
    for path in arguments.files:
        lines = path.read_text("utf-8").split("\n")
        rows = list(numbered(lines)) if path.suffix in NUMBERED else lines
        for run in sentences(rows, path.suffix == ".bio"):
            text, spans = record(contracted(run) if arguments.language == "pt" else run)
            values = {"id": f"{arguments.name}-{number}", "lang": arguments.language, "text": text}
            print(json.dumps({**values, "spans": spans, "src": arguments.name}, ensure_ascii=False))
            number += 1


if __name__ == "__main__":
    main()
