"""The commands that show an article: its text, its entities, its organisations."""

import sys
from argparse import Namespace
from pathlib import Path

from reader.cli.failure import DONE, NOTHING_FOUND
from reader.cli.fetching import opened
from reader.cli.listing import article_line, entity_lines
from reader.cli.printing import say, say_json
from reader.cli.records import article_record, entity_record, mention_record
from reader.cli.waiting import waiting
from reader.config import data_dir
from reader.session import Session


def open_session(given: Namespace) -> Session:
    """The session of the source that the arguments name."""
    data = data_dir(given.data_dir)
    return opened(given.source, data, given.as_of, given.encoding, given.no_network)


def text(given: Namespace) -> int:
    """`reader text SOURCE`."""
    return print_text(given.source, data_dir(given.data_dir), given.encoding, given.no_network)


def print_text(source: str, data: Path, encoding: str, is_offline: bool) -> int:
    """Print the canonical text of a source; offline, a page comes from its kept copy."""
    say(opened(source, data, "", encoding, is_offline).article.text.removesuffix("\n"))
    return DONE


def entities(given: Namespace) -> int:
    """`reader entities SOURCE`."""
    session = open_session(given)
    with waiting(session):
        found = session.recognition
    if given.format == "json":
        say_json(
            {
                "article": article_record(session),
                "mentions": [mention_record(session, each) for each in found.mentions],
                "entities": [entity_record(each) for each in found.entities.values()],
            }
        )
    elif found.entities:
        say(article_line(session))
        say("\n".join(entity_lines(found)))
    return _found(bool(found.entities), "no entities are named", given)


def states(given: Namespace) -> int:
    """`reader states SOURCE`."""
    from reader.cli.organisation import warn_of_own_files
    from reader.cli.roster_listing import claim_lines, named_roster_lines
    from reader.cli.roster_records import claim_record, named_roster_record
    from reader.states.panel import arranged

    session = open_session(given)
    warn_of_own_files()
    with waiting(session):
        rosters = [arranged(each, given.sort, given.only) for each in session.rosters()]
        claims = session.claims()
    if given.only:
        rosters = [each for each in rosters if each.members or each.others or each.uncertain]
    if given.format == "json":
        say_json(
            {
                "article": article_record(session),
                "organisations": [named_roster_record(each, claims) for each in rosters],
                "claims": [claim_record(each) for each in claims],
            }
        )
    elif rosters or claims:
        say(article_line(session))
        for roster in rosters:
            say("\n".join(["", *named_roster_lines(roster, with_sources=given.sources)]))
        if claims:
            lines = claim_lines(session.article, claims, with_sources=given.sources)
            say("\n".join(["", _claims_heading(session), *lines]))
    return _found(bool(rosters), "no organisation of states is named", given)


def _claims_heading(session: Session) -> str:
    day = session.claims_day
    return f"Claims of the article, as of {day}" if day else "Claims of the article"


def _found(anything: bool, otherwise: str, given: Namespace) -> int:
    if anything:
        return DONE
    if given.format == "text":
        print(f"reader: {otherwise}", file=sys.stderr)
    return NOTHING_FOUND
