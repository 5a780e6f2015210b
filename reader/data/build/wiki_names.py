"""Builds the word classes of what Wikipedia has articles on: people, teams and firms, places.

Run as `python reader/data/build/wiki_names.py --lists FOLDER`; the folder holds `person.txt`,
`organization.txt` and `place.txt`, a name a line: the names in the Indonesian DBpedia, as in the
folder `original-dbpedia` of ialfina/ner-dataset-modified-dee. `--check` compares only.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from reader.entities.lexicon import lexicon

LEXICON = Path(__file__).parent.parent / "lexicon"
CLASSES = {"person": ("person.txt", 1), "club": ("organization.txt", 1), "place": ("place.txt", 2)}
"""Class to the list it comes from, and in how many names a word stands at least."""


def counted(path: Path) -> Counter[str]:
    """Capitalised words, of plain Latin letters, to the number of names they stand in.

    The lists have lost the letters beyond them.
    """
    counts: Counter[str] = Counter()
    for name in path.read_text("latin-1").splitlines():
        parts = name.partition(" (")[0].replace("-", " ").replace(",", " ").split()
        counts.update({word for word in parts if _fits(word)})
    return counts


def _fits(word: str) -> bool:
    return len(word) > 2 and word.isascii() and word.isalpha() and word.istitle()


def table(folder: Path) -> str:
    """A line `class TAB words` for each class: words mostly of that class, and not small ones."""
    counts = {name: counted(folder / path) for name, (path, _) in CLASSES.items()}
    small = lexicon("id").small | lexicon("en").small
    lines = []
    for name, (_, least) in CLASSES.items():
        others = sum((counts[other] for other in CLASSES if other != name), Counter())
        found = (word for word, count in counts[name].items() if count >= least)
        own = (word for word in found if counts[name][word] >= 2 * others[word])
        lines.append(f"{name}\t{' '.join(sorted(w for w in own if w.lower() not in small))}\n")
    return "".join(lines)


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lists", type=Path, required=True, help="folder of the lists of names")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    arguments = parser.parse_args()
    made, path = table(arguments.lists), LEXICON / "wiki.tsv"
    stale = arguments.check and path.read_text("utf-8") != made
    if not arguments.check:
        path.write_text(made, "utf-8")
    print("wiki.tsv is stale" if stale else f"wiki.tsv has {len(made.encode())} bytes")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
