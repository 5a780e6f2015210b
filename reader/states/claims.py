"""What an article itself says of an organisation's members and dates, held against the record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.article import Article, Span
from reader.entities.mention import Recognition
from reader.states import checks, date_checks
from reader.states import claim_context as context
from reader.states.claim_context import Statement
from reader.states.claim_patterns import ClaimKind, claim_patterns, claim_patterns_with
from reader.states.claim_words import AMBIGUOUS, FIRST_TO, OF_STATES, WRITTEN_OUT
from reader.states.fields import OrganisationFileError
from reader.states.finding import Asked, Finding, Verdict
from reader.states.numerals import value_of
from reader.states.organisation import Organisation, Source, best_first
from reader.states.registry import UnknownOrganisation, names_organisation, organisation
from reader.states.shadow import DATE, ORG, OTHER, STATE, Shadow, shadows
from reader.text.rests import Rest, breathe, with_rests

_LONGEST = 2000
"""What is longer than so many characters is no sentence, and would take long to search."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence's statement of a fact that is on record."""

    organisation: str
    """The organisation's acronym."""
    kind: ClaimKind
    """What sort of fact."""
    verdict: Verdict
    """`disputed` where the record itself leaves room: a flag, a doubtful date, rival dates."""
    start: int
    """The first code point of the statement."""
    end: int
    """The first code point after it."""
    detail: str
    """Both sides in one English sentence."""
    sources: tuple[Source, ...] = ()
    """Where the record's side stands, official pages first."""
    iso: str = ""
    """The state that it is about; empty where it is about the organisation, or about several."""

    @property
    def span(self) -> Span:
        """Where the statement stands in the text."""
        return Span(self.start, self.end)


def claims(
    article: Article, recognition: Recognition, as_of: str, rest: Rest = breathe
) -> tuple[Claim, ...]:
    """The statements that can be checked, in text order; silence where there is doubt.

    They are held against the record as of the article's own date, or `as_of` where it has none.
    Between sentences, `rest` is called now and then.
    """
    language = article.language.partition("-")[0].lower()
    when = article.published or as_of
    found: list[Claim] = []
    unclear = AMBIGUOUS - _written_out(recognition)
    if claim_patterns(language):
        for shadow in with_rests(shadows(article, recognition), rest):
            # What is said is said of an organisation: without one there is nothing to look for.
            is_of_one = any(each.sign == ORG for each in shadow.struck.values())
            if is_of_one and len(shadow.text) <= _LONGEST:
                found += _in_sentence(shadow, language, when, unclear)
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end)))


def _written_out(recognition: Recognition) -> set[str]:
    """The organisations that the article does not only name by an acronym or a single word."""
    return {
        names_organisation(entity)
        for entity in recognition.entities.values()
        if " " in entity.name and WRITTEN_OUT.search(entity.name)
    }


def _in_sentence(
    shadow: Shadow, language: str, when: str, unclear: frozenset[str]
) -> Iterator[Claim]:
    taken: dict[ClaimKind, list[Span]] = {}
    signs = frozenset(sign for sign in (ORG, STATE, DATE) if sign in shadow.text)
    for pattern in claim_patterns_with(language, signs):
        for match in pattern.found_in(shadow.text):
            span = Span(*match.span())
            if any(span.meets(other) for other in taken.get(pattern.kind, ())):
                continue
            claim = _claim(Statement(shadow, pattern, match, when), unclear)
            if claim:
                taken.setdefault(pattern.kind, []).append(span)
                yield claim


def _claim(said: Statement, unclear: frozenset[str]) -> Claim | None:
    if context.is_doubtful(said):
        return None
    record, is_near = _organisation(said)
    if not record or (said.pattern.begins_with == "state" and not context.states_of(said)):
        return None
    is_meant = record.id not in unclear or bool(OF_STATES.search(said.match[0]))
    is_firm = said.pattern.is_strong and is_near and is_meant and context.is_plain(said)
    finding = _found(said, record, is_firm=is_firm)
    if not finding:
        return None
    span = said.shadow.span(*said.match.span())
    return Claim(
        organisation=record.id,
        kind=said.pattern.kind,
        verdict=finding.verdict,
        start=span.start,
        end=span.end,
        detail=finding.detail,
        sources=best_first(finding.sources),
        iso=finding.iso,
    )


def _found(said: Statement, record: Organisation, *, is_firm: bool) -> Finding | None:
    """What the record says of the dates of which the statement may speak."""

    def check(moment: str) -> Finding | None:
        return _checked(said, Asked(record, moment, is_loose=not is_firm))

    finding = _most_lenient([check(each) for each in context.moments(said)])
    if finding and finding.verdict == "differs":
        others = map(check, context.other_moments(said))
        if any(each is None or each.verdict != "differs" for each in others):
            return None
    return finding


def _most_lenient(findings: Sequence[Finding | None]) -> Finding | None:
    """What is found where a statement may speak of any of several dates."""
    for verdict in ("agrees", "disputed"):
        for each in findings:
            if each and each.verdict == verdict:
                return each
    return findings[0] if findings and None not in findings else None


def _severest(findings: Sequence[Finding | None]) -> Finding | None:
    """What is found where the same is stated of several states."""
    told = {each.verdict: each for each in findings if each}
    if "differs" in told or None not in findings:
        return told.get("differs") or told.get("disputed") or told.get("agrees")
    return None


def _checked(said: Statement, asked: Asked) -> Finding | None:
    pattern, match, shadow = said.pattern, said.match, said.shadow
    if pattern.kind == "roster":
        return _checked_roster(said, asked)
    if pattern.kind == "count":
        return checks.check_count(asked, value_of(match["n"], pattern.language))
    if pattern.kind == "founded":
        return date_checks.check_founded(asked, shadow.at(match.start("date")).value)
    if pattern.kind == "ordinal":
        if FIRST_TO.match(said.text, match.end()):
            return None
        iso = shadow.at(match.start("state")).value
        number = value_of(match["n"], pattern.language)
        return _about(iso, checks.check_ordinal(asked, iso, number))
    check = date_checks.check_joined if pattern.kind == "joined" else date_checks.check_left
    stated = shadow.at(match.start("date")).value
    states = context.states_of(said)
    found = _severest([_about(each, check(asked, each, stated)) for each in states])
    return _about("", found) if found and found.verdict == "agrees" and states[1:] else found


def _about(iso: str, finding: Finding | None) -> Finding | None:
    return replace(finding, iso=iso) if finding else None


def _checked_roster(said: Statement, asked: Asked) -> Finding | None:
    groups, match = said.match.groupdict(), said.match
    if groups.get("partial") or not groups.get("list"):
        return checks.check_roster(asked, context.states_of(said), is_whole=False)
    named = [each.value for each in said.shadow.within(*match.span("list"), STATE)]
    if not context.is_list_whole(said.text, *match.span("list")):
        asked = replace(asked, is_loose=True)
    return checks.check_roster(asked, named, is_whole=True)


def _organisation(said: Statement) -> tuple[Organisation | None, bool]:
    """The organisation spoken of, and whether the words tie the statement to it closely."""
    shadow, match = said.shadow, said.match
    if match.groupdict().get("org"):
        if said.pattern.begins_with == "org" and not context.is_subject(shadow, match.start("org")):
            return None, False
        return _record(shadow.at(match.start("org")).value), True
    before = shadow.within(0, match.end(), ORG)
    after = shadow.within(match.end(), len(shadow.text), ORG)
    others = [each for each in shadow.within(0, match.start(), OTHER) if each.value == "org"]
    names = {each.value for each in before or after}
    if len(names) != 1 or others:
        return None, False
    is_inside = bool(shadow.within(match.start(), match.end(), ORG))
    is_near = bool(before) and (is_inside or context.is_predicate(said))
    return _record(names.pop()), is_near


def _record(organisation_id: str) -> Organisation | None:
    try:
        return organisation(organisation_id)
    except (UnknownOrganisation, OrganisationFileError):
        return None
