"""Builds the lists of words that free text writes small, and of those it writes with a capital.

Run as `python reader/data/build/cased_words.py --texts FOLDER`; the folder holds `id.txt`, `en.txt`
and so on, plain text with a sentence or paragraph a line. `reader/data/models/README.md` says which
texts were used; only the lists of words are kept.
"""

import argparse
from collections import Counter
from pathlib import Path

from reader.entities.tagger import opens
from reader.entities.tokens import tokenise

DATA = Path(__file__).parent.parent
MOST_COMMON = 12_000
MOST_NAMES = 4_000


def counted(text: str, language: str) -> tuple[Counter[str], Counter[str]]:
    """Lower-case forms to how often they stand small, and with a capital inside a sentence."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for line in text.splitlines():
        words = tokenise(line, 0, len(line), language).words
        shouted = sum(word.isupper() for word in words) > len(words) / 3
        for index, word in enumerate(words):
            if not word.isalpha() or len(word) < 2 or shouted:
                continue
            if word.islower():
                small[word] += 1
            elif word[1:].islower() and not opens(words, index):
                capital[word.lower()] += 1
    return small, capital


def table(text: str, language: str) -> str:
    """The two lists: a line a class, `class TAB words`."""
    small, capital = counted(text, language)
    common = [word for word, count in small.most_common() if count > 1 and count >= capital[word]][
        :MOST_COMMON
    ]
    names = [
        word.capitalize()
        for word, count in capital.most_common()
        if count > 1 and small[word] <= count / 20
    ][:MOST_NAMES]
    return f"small\t{' '.join(sorted(common))}\nnamelike\t{' '.join(sorted(names))}\n"


def main() -> None:
    """Write the lists of each language that there is text for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of plain text files")
    for path in sorted(parser.parse_args().texts.glob("*.txt")):
        made = table(path.read_text("utf-8"), path.stem)
        (DATA / "lexicon" / f"{path.stem}.tsv").write_text(made, "utf-8")
        print(path.stem, len(made.encode()), "bytes")


if __name__ == "__main__":
    main()
