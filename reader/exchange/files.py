"""Exports on the disk: written whole or not at all, and never over what their owner wrote."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.exchange.contents import contents
from reader.exchange.document import ExportDocument
from reader.exchange.folder import Folder
from reader.exchange.format import ExchangeError, ExportOptions, Format
from reader.exchange.markdown import layout_of
from reader.exchange.merge import merge
from reader.exchange.naming import file_name, with_id
from reader.exchange.old_file import parse_file
from reader.exchange.taken import file_key
from reader.notes.files import ChangedError, Signature, replace_seen, signature_of

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one file."""

    path: Path
    """The file."""
    is_changed: bool = True
    """Whether it was written: one that would hold the same is left alone."""
    edited: tuple[str, ...] = ()
    """The notes that its owner edited there; `reader import` takes the edits in."""
    removed: tuple[str, ...] = ()
    """The notes that its owner took out of it."""
    requoted: tuple[str, ...] = ()
    """The notes whose quotes or details its owner edited: those stay, and are not taken in."""


def write(
    path: Path, documents: Sequence[ExportDocument], form: Format, options: ExportOptions
) -> list[Written]:
    """Write documents to a file, or one file each to a folder, with an index of several.

    Raises:
        ExchangeError: the file is there and was not written by an export.
        OSError: it cannot be written.
    """
    if form.holds_many and not path.is_dir():
        return [_put_over(path, form.render(documents, options), form)]
    if len(documents) == 1 and not path.is_dir():
        return [_update(path, documents[0], form, options)]
    placed = _places(path, documents, form, options)
    entries = [(_update(place, document, form, options), document) for place, document in placed]
    written = [each for each, _ in entries]
    if form.name != "markdown" or len(entries) < 2:
        return written
    index = contents(path, [(each.path, document) for each, document in entries], options)
    return [*written, Written(index[0], _put(*index, signature_of(index[0])))] if index else written


def _places(
    path: Path, documents: Sequence[ExportDocument], form: Format, options: ExportOptions
) -> Iterator[tuple[Path, ExportDocument]]:
    """Each document with its file in a folder; two of one name have a file each."""
    here, taken = Folder(path), set[Path]()
    for document in documents:
        name = file_name(document, form.suffix, options.name)
        if form.name == "markdown":
            place = here.place_of(document, name)
        else:
            place = path / (name if path / name not in taken else with_id(name, document))
        taken.add(place)
        yield place, document


def _update(path: Path, document: ExportDocument, form: Format, options: ExportOptions) -> Written:
    for _ in range(_TRIES):
        # What its owner saves while we merge is merged in turn.
        with suppress(ChangedError):
            return _updated(path, document, form, options)
    return _updated(path, document, form, options)


def _updated(path: Path, document: ExportDocument, form: Format, options: ExportOptions) -> Written:
    if form.name != "markdown":
        return _put_over(path, form.render([document], options), form)
    seen = signature_of(path)
    if not seen or not seen.size:
        return Written(path, _put(path, form.render([document], options), seen))
    held = path.read_bytes().decode("utf-8", errors="surrogateescape")
    old = parse_file(held)
    if old is None:
        raise ExchangeError(f"{path} is there and was not written by reader; it was left alone")
    if old.layout is not layout_of(options):
        raise ExchangeError(f"{path} is a file of another flavour; name another one")
    merged = merge(old, document, options, file_key(path))
    text = _spelt_as(held, merged.text)
    return Written(path, _put(path, text, seen), merged.edited, merged.removed, merged.requoted)


def _spelt_as(held: str, text: str) -> str:
    """The text with the line ends, and the byte order mark, of what a file held."""
    mark = "\ufeff" if held.startswith("\ufeff") else ""
    return mark + (text.replace("\n", "\r\n") if "\r\n" in held else text)


def _put_over(path: Path, text: str, form: Format) -> Written:
    """Put the text into a file in whose place nothing of its owner's is lost."""
    seen = signature_of(path)
    if seen and seen.size and path.is_file():
        old = path.read_text("utf-8", errors="surrogateescape")
        if old != text and not _is_export(old, form):
            raise ExchangeError(
                f"{path} is there and is no export, or was written in; it was left alone"
            )
    return Written(path, _put(path, text, seen))


def _is_export(text: str, form: Format) -> bool:
    from reader.exchange.org import is_untouched
    from reader.exchange.reading.recognise import recognised

    if form.parse is None:
        # What a template makes cannot be known again.
        return form.name != "org" or is_untouched(text)
    try:
        return recognised(text) == form.name
    except ExchangeError:
        return False


def _put(path: Path, text: str, seen: Signature | None) -> bool:
    """Put the text into the file that was seen; False where it is there already."""
    data = text.encode("utf-8", errors="surrogateescape")
    if seen and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_seen(path, data, seen)
    return True
