"""Trains the taggers in `reader/data/models` on corpora of the entity yardstick's form.

Run as `python reader/data/build/train.py --corpora FOLDER`; the folder holds the JSON Lines files
named in `MODELS`, one `{"text", "lang", "spans": [[start, end, TYPE]]}` a line. What the corpora
are, under which licences, and what the models score is in `reader/data/models/README.md`.
`--check` trains and compares only.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite

from reader.entities.blocks import known_marks, known_names
from reader.entities.features import near_features, own_features, place_features
from reader.entities.gazetteer import gazetteer
from reader.entities.lexicon import lexicon
from reader.entities.model import LABELS, lane
from reader.entities.tagger import DISTANCES, place_of
from reader.entities.tokens import Tokens, tokenise

INDONESIAN = ("id-idner-train", "id-nergrit-train")
CROSSNER = tuple(f"en-crossner-{d}" for d in ("politics", "literature", "music", "science", "ai"))
ENGLISH = ("en-wikigold", "en-men-dev", "en-ewt", *CROSSNER)


class Recipe(NamedTuple):
    """What a model is made of."""

    corpora: tuple[str, ...]
    """The names of its corpora."""
    penalty: float = 0.6
    """What each weight costs (L1): little where the corpora are small."""
    least: float = 0.12
    """Weights below this are left out."""
    wordless: bool = False
    """Whether it knows no letters of words: for languages that it was not trained on."""


MODELS = {
    "id": Recipe(INDONESIAN, penalty=0.3, least=0.08),
    "en": Recipe(ENGLISH),
    "ru": Recipe(("ru-factrueval-dev",), penalty=0.3, least=0.08),
    "fr": Recipe(("fr-europeana",)),
    "pt": Recipe(("pt-bosque",)),
    "es": Recipe(("pt-bosque",), penalty=0.3, wordless=True),
    "de": Recipe(("de-germeval", "de-europeana"), penalty=0.8),
    "latin": Recipe((*INDONESIAN, *ENGLISH, "pt-bosque"), wordless=True),
}
"""Languages to their models; `latin` serves all other languages in Latin script."""
_DISTANCE = re.compile(r"-?[12]")
"""What a feature of a word at a distance begins with."""
SCALE = 100
"""Weights are kept as whole numbers of hundredths."""
TOWARDS_NAMES = 15
"""How much less likely no name is made than in training: unseen names look unlike seen ones."""


def records(path: Path) -> Iterator[tuple[Tokens, list[str], str]]:
    """Each line of text of a corpus: its tokens, their labels, and the language."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        text, language = record["text"], record["lang"]
        start = 0
        for part in text.split("\n"):
            end = start + len(part)
            tokens = tokenise(text, start, end, language)
            spans = [span for span in record["spans"] if start <= span[0] and span[1] <= end]
            yield tokens, labels(tokens, spans), language
            start = end + 1


def labels(tokens: Tokens, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """The labels of tokens from spans; a span of another type, or not on tokens, labels none."""
    starts = {start: index for index, start in enumerate(tokens.starts)}
    ends = {end: index for index, end in enumerate(tokens.ends)}
    found = ["O"] * len(tokens.words)
    for start, end, kind in spans:
        if f"B-{kind}" in LABELS and start in starts and end in ends:
            first, last = starts[start], ends[end]
            found[first : last + 1] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first)
    return found


def repaired(tokens: Tokens, found: list[str], language: str) -> list[str]:
    """The labels with bare state names, which one corpus leaves unlabelled, marked as places."""
    marks = known_marks(tokens, known_names(tokens, gazetteer(language)))
    for index, mark in enumerate(marks):
        if mark == "B-S" and found[index] == "O":
            last = index + 1
            while last < len(marks) and marks[last] == "I-S":
                last += 1
            if not any(label != "O" for label in found[index:last]):
                found[index:last] = ["B-LOC"] + ["I-LOC"] * (last - index - 1)
    return found


def features(tokens: Tokens, language: str) -> list[list[str]]:
    """What the tagger sees of each token."""
    words, known = tokens.words, lexicon(language)
    marks = known_marks(tokens, known_names(tokens, gazetteer(language)))
    rows = []
    for index, word in enumerate(words):
        row = [*own_features(word, known), *place_features(*place_of(words, index, marks[index]))]
        for distance in DISTANCES:
            if 0 <= index + distance < len(words):
                near = near_features(words[index + distance], known, distance)
                row += (f"{distance}{feature}" for feature in near)
        rows.append(row)
    return rows


def is_wordless(feature: str) -> bool:
    """Whether a feature says nothing of the letters of a word."""
    return not any(part in feature for part in ("w=", "z2=", "z3=", "z4=", "p3=", "n3="))


def inside_words(found: Sequence[tuple[Tokens, list[str]]]) -> list[str]:
    """Words without a capital that names hold after their first word, more than once."""
    counts = Counter(
        word
        for tokens, labelled in found
        for word, label in zip(tokens.words, labelled, strict=True)
        if label[0] == "I" and not word[0].isupper()
    )
    return sorted(word for word, count in counts.items() if count > 1)


def train(
    paths: Sequence[Path],
    wanted: Callable[[str], bool],
    penalty: float,
    least: float,
) -> dict[str, Any]:
    """A model of the corpora; without chance, so the same corpora give the same model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": penalty, "c2": 0.1, "max_iterations": 120, "feature.minfreq": 2})
    seen = []
    for path in paths:
        for tokens, found, language in records(path):
            if not tokens.words:
                continue
            if "idner" in path.name:
                found = repaired(tokens, found, language)
            rows = features(tokens, language)
            trainer.append([[f for f in row if wanted(f)] for row in rows], found)
            seen.append((tokens, found))
    with tempfile.TemporaryDirectory() as folder:
        name = str(Path(folder) / "model")
        trainer.train(name)
        tagger = pycrfsuite.Tagger()
        tagger.open(name)
        return kept(tagger.info(), inside_words(seen), least)


def kept(
    info: pycrfsuite._dumpparser.ParsedDump, inside: list[str], least: float
) -> dict[str, Any]:
    """The weights as the tagger reads them; those that hardly count are left out."""
    told: dict[str, dict[int, int]] = {"b": {}}
    for (feature, label), weight in info.state_features.items():
        away = _DISTANCE.match(feature)
        name = feature[away.end() :] if away else feature
        if abs(weight) >= least:
            number = lane(int(away[0]) if away else 0, LABELS.index(label))
            told.setdefault(name, {})[number] = round(weight * SCALE)
    none = lane(0, LABELS.index("O"))
    told["b"][none] = told["b"].get(none, 0) - TOWARDS_NAMES
    transitions = [
        [round(info.transitions.get((before, after), -9.0) * SCALE) for after in LABELS]
        for before in LABELS
    ]
    # A text each: to read thousands of lists would take most of the tagger's start.
    features = {
        name: ",".join(f"{number},{weight}" for number, weight in sorted(weights.items()))
        for name, weights in sorted(told.items())
    }
    return {"inside": inside, "transitions": transitions, "features": features}


def main() -> int:
    """Train each model and write it, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpora", type=Path, required=True, help="folder of the JSON Lines files"
    )
    parser.add_argument("--only", choices=MODELS, help="one of the models")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    arguments = parser.parse_args()
    folder = Path(__file__).parent.parent / "models"
    stale = []
    for language, recipe in MODELS.items():
        if arguments.only in (None, language):
            paths = [arguments.corpora / f"{name}.jsonl" for name in recipe.corpora]
            wanted = is_wordless if recipe.wordless else bool
            model = train(paths, wanted, recipe.penalty, recipe.least)
            text = json.dumps(model, ensure_ascii=False, separators=(",", ":")) + "\n"
            path = folder / f"{language}.json"
            if arguments.check and path.read_text("utf-8") != text:
                stale.append(path.name)
            if not arguments.check:
                path.write_text(text, "utf-8")
            print(f"{language}: {len(model['features'])} features, {len(text.encode())} bytes")
    print(f"stale: {', '.join(stale)}" if stale else "the models are current")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
