"""Notes by a template of the reader's own, in Jinja2 (https://jinja.palletsprojects.com/).

The template is given `articles`, each with its fields and its `notes`, as plain values. It runs in
a sandbox: a template from somebody else can write text, and nothing besides. There are filters for
the places that a text may go to: `markdown`, `quoted` and, for a list, `csv`; `tojson` is Jinja2's.
"""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from reader.exchange.document import ExportDocument
from reader.exchange.escape import escape_inline, escape_lines
from reader.exchange.format import ExchangeError, ExportOptions, Format
from reader.exchange.note_block import DOUBTS, shell_command, tame
from reader.notes.annotation import PlacedAnnotation


def render(documents: Sequence[ExportDocument], options: ExportOptions) -> str:
    """What the template makes of the documents.

    Raises:
        ExchangeError: it fails; the message is one line.
        MissingExtra: Jinja2 is not installed.
    """
    try:
        from jinja2 import TemplateError
    except ImportError as error:
        from reader.loading.errors import MissingExtra

        raise MissingExtra("template", "template") from error
    try:
        template = _environment().from_string(options.template)
        return str(template.render(articles=[_article(each) for each in documents]))
    except TemplateError as error:
        where = getattr(error, "lineno", None)
        line = f", line {where}" if where else ""
        raise ExchangeError(f"the template fails{line}: {_one_line(error)}") from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ExchangeError(f"the template fails: {_one_line(error)}") from error
    except (MemoryError, RecursionError) as error:
        raise ExchangeError("the template asks for too much") from error


def form_of(path: str) -> Format:
    """The format that a template makes; what it makes is named as `notes.html.j2` is."""
    name = PurePath(path)
    inner = name.with_suffix("").suffix if name.suffix in (".j2", ".jinja", ".jinja2") else ""
    return Format("template", "a template of your own", inner or ".txt", render)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _environment() -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from reader.exchange.csv_table import row_of

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["markdown"] = escape_inline
    environment.filters["quoted"] = _quoted
    environment.filters["csv"] = row_of
    return environment


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip(" ") for line in escape_lines(tame(text)))


def _article(document: ExportDocument) -> dict[str, Any]:
    article = document.article
    return {
        "id": document.id,
        "title": document.title,
        "author": article.author,
        "site": article.site,
        "published": article.published,
        "language": article.language,
        "url": article.url,
        "source": document.source(),
        "text": article.text,
        "notes": [_note(document, placed) for placed in document.notes],
    }


def _note(document: ExportDocument, placed: PlacedAnnotation) -> dict[str, Any]:
    note = placed.annotation
    return {
        "id": note.id,
        "quote": note.anchor.exact,
        "body": note.body,
        "tags": list(note.tags),
        "colour": note.colour,
        "kind": note.motivation,
        "links": [{"kind": link.kind, "target": link.target} for link in note.links],
        "created": note.created,
        "modified": note.modified,
        "headings": list(document.article.heading_path(placed.place.start)),
        "start": placed.place.start,
        "end": placed.place.end,
        "doubt": DOUBTS.get(placed.place.status, ""),
        "open": shell_command(document, note.id),
    }
