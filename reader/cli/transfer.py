"""The command that takes notes out."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.cli.annotate import chosen
from reader.cli.failure import DONE, NOTHING_FOUND, USAGE, Failure
from reader.cli.printing import printable_line, say, tell
from reader.cli.shelf import sessions
from reader.config import load_settings
from reader.exchange.document import ExportDocument
from reader.exchange.files import Written, write
from reader.exchange.format import ExportOptions, Format, usual_options
from reader.exchange.registry import find_format
from reader.session import Session


def export(given: Namespace) -> int:
    """`reader export [SOURCE]`."""
    form, options = _form(given), _options(given)
    output = _output(given, form)
    documents = [each for session in sessions(given) for each in _documents(session, given)]
    if not documents:
        print("reader: no notes to export", file=sys.stderr)
        return NOTHING_FOUND
    if len(documents) > 1 and not form.holds_many and not output:
        raise Failure("several articles have notes: name a folder with -o DIR", USAGE)
    if output:
        if output.endswith("/"):
            Path(output).mkdir(parents=True, exist_ok=True)
        for written in write(Path(output), documents, form, options):
            _tell(written)
        if not given.output:
            print(f"reader: written to {printable_line(output)}", file=sys.stderr)
    else:
        say(form.render(documents, options).removesuffix("\n"))
    return DONE


def _output(given: Namespace, form: Format) -> str:
    """Where the notes go; empty for the standard output."""
    if given.output:
        return given.output if given.output != "-" else ""
    # A choice of notes must not take the others out of the files that are there.
    is_all = not (given.source or given.tag or given.state or given.colour or given.since)
    folder = load_settings().export.get("folder", "") if is_all and not form.holds_many else ""
    return f"{Path(folder).expanduser()}/" if folder else ""


def _form(given: Namespace) -> Format:
    if not given.template:
        return find_format(given.to)
    from reader.exchange.template import form_of

    return form_of(given.template)


def _options(given: Namespace) -> ExportOptions:
    usual = usual_options(load_settings().export)
    options = replace(
        usual,
        flavour=given.flavour or usual.flavour,
        is_full=given.full,
        template=_template(given.template),
        name=given.pattern or usual.name,
    )
    if given.full and (given.to != "markdown" or options.flavour == "logseq"):
        raise Failure("--full is for Markdown in the flavours commonmark and obsidian", USAGE)
    return options


def _template(path: str) -> str:
    try:
        return Path(path).read_text("utf-8") if path else ""
    except UnicodeDecodeError as error:
        raise Failure(f"{path} is not text in UTF-8") from error


def _tell(written: Written) -> None:
    for what, notes in (("edited", written.edited), ("removed", written.removed)):
        if notes:
            count = "1 note was" if len(notes) == 1 else f"{len(notes)} notes were"
            line = f"{written.path}: {count} {what} there and stayed so; reader import takes it in"
            print(f"reader: {line}", file=sys.stderr)
    if quotes := len(written.requoted):
        line = "1 quote was" if quotes == 1 else f"{quotes} quotes were"
        print(f"reader: {written.path}: {line} edited there and stayed so", file=sys.stderr)


def _documents(session: Session, given: Namespace) -> Iterator[ExportDocument]:
    document = session.document(with_states=given.with_states)
    tell(session.notebook.notices())
    wanted = [each for each in document.notes if chosen(given)(each.annotation)]
    # Where the last note is gone, the file that had it is to know.
    is_emptied = not document.notes and given.source and Path(given.output).is_file()
    if wanted or is_emptied:
        yield replace(document, notes=wanted)
