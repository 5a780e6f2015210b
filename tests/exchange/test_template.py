"""Templates of the reader's own: all that is known of a note, and nothing of the machine."""

from __future__ import annotations

import sys

import pytest

from reader.exchange.format import ExchangeError, ExportOptions
from reader.exchange.template import form_of, render
from reader.loading.errors import MissingExtra
from tests.exchange.notes import document

EXPORTED = document([('=1+1, "enam" *negara*', "Benar?", ("a", "b"))], "CSTO")


def made(template: str) -> str:
    """What a template makes."""
    return render([EXPORTED], ExportOptions(template=template))


TEMPLATES = [
    ("{% for a in articles %}{{ a.title }}: {{ a.notes | length }}{% endfor %}", "CSTO: 1"),
    (
        "{% for a in articles %}\n{% for n in a.notes %}\n{{ n.quote | quoted }}\n{{ n.body }}\n"
        "{% endfor %}\n{% endfor %}\n",
        '> =1+1, "enam" \\*negara\\*\nBenar?\n',
    ),
    (
        "{% set n = articles[0].notes[0] %}{{ [n.quote, n.tags | join(' ')] | csv }}",
        '"\'=1+1, ""enam"" *negara*",a b',
    ),
    ("{{ articles[0].notes[0].tags | tojson }}", '["a", "b"]'),
    ("{{ articles[0].notes[0].open }}", f"reader open /a/b.txt --at {'01H' + 'Z' * 21}00"),
    ("{{ articles[0].notes[0].colour }}\n", "yellow\n"),
]


@pytest.mark.parametrize(("template", "expected"), TEMPLATES)
def test_a_template_is_filled_in(template: str, expected: str) -> None:
    """With filters for where a text goes to."""

    assert made(template) == expected


HOSTILE = [
    "{{ articles.__class__.__mro__ }}",
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ articles.append(1) }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% for i in range(10000000) %}{% endfor %}",
    "{{ '{0.__class__}'.format(1) }}",
    "{% for",
    "{{ nothing }}",
    "{{ articles[5].title }}",
    "{{ 1 / 0 }}",
    "{{ 1 + 'a' }}",
    "{{ 'a' | nosuchfilter }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
]


@pytest.mark.parametrize("template", HOSTILE)
def test_what_a_template_must_not_do_is_one_line(template: str) -> None:
    """Neither code nor files, and no fault of the program."""
    with pytest.raises(ExchangeError) as caught:
        made(template)

    assert len(str(caught.value).splitlines()) == 1


def test_the_suffix_is_that_of_the_template() -> None:
    """Before the one that says what it is."""
    names = ("notes.html.j2", "a.jinja", "x/y.tex.jinja2", "plain")

    assert [form_of(name).suffix for name in names] == [".html", ".txt", ".tex", ".txt"]


def test_without_jinja_the_line_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for every extra."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtra, match=r"-m pip install "):
        made("x")
