"""What news sites put between the paragraphs of an article to lead its reader elsewhere."""

import re
from typing import TYPE_CHECKING

from reader.loading.elements import name_of, remove

if TYPE_CHECKING:
    from lxml.etree import _Element

_LABEL = re.compile(
    r"\W*(?:(?:baca|simak|lihat|tonton|saksikan)\s+(?:juga|pula|selengkapnya|video)|baca\s*:"
    r"|gambas\s*:"
    r"|(?:artikel|berita|video)\s+(?:terkait|lainnya|pilihan)"
    r"|halaman\s+(?:selanjutnya|berikutnya|sebelumnya)|halaman\s*:?\s*\d"
    r"|(?:gulir|scroll)\s+(?:untuk|ke\s+bawah|to\s+(?:continue|resume))"
    r"|(?:read|see|watch|listen)\s+(?:also|more|next)\b|also\s+read|related\s+(?:articles?|stories|news)"
    r"|(?:advertisement|iklan|adv)\W*$|lanjutkan\s+membaca|pilihan\s+editor"
    r"|story\s+continues\s+below|sign\s+up\s+(?:for|to)\s+our"
    r"|(?:dapatkan|ikuti)\s+(?:update|berita|kami|kanal|artikel)\b.*(?:whatsapp|telegram|google\s+news|install|kanal|channel))",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    # In other languages only what is nothing but the label, or is mostly links, is a promotion.
    r"\W*(?:(?:à\s+)?lire\s+(?:aussi|également|plus)|voir\s+aussi|sur\s+le\s+même\s+sujet"
    r"|lesen\s+sie\s+(?:auch|mehr|hier|dazu)|mehr\s+zum\s+thema|auch\s+interessant"
    r"|le[ae]r?\s+(?:también|más)|ver\s+también|más\s+información|te\s+puede\s+interesar"
    r"|lei[ar]\s+(?:também|mais)|veja\s+também|saiba\s+mais|leggi\s+anche|lees\s+(?:ook|meer)"
    r"|(?:читайте|читать|смотрите)\s+(?:также|по\s+теме)|(?:материалы\s+)?по\s+теме"
    r"|(?:читайте|дивіться)\s+також|(?:czytaj|zobacz)\s+(?:też|także|również|więcej)"
    r"|ayrıca\s+okuyun|ilgili\s+haber(?:ler)?|اقر[أا]\s+(?:أيضا|المزيد)|関連記事|相关阅读|延伸阅读"
    r"|next\s+article|most\s+read)\b\W*",
    re.IGNORECASE,
)
_LONGEST = 240
_CANDIDATES = frozenset(
    {"p", "div", "strong", "b", "em", "i", "h2", "h3", "h4", "h5", "h6", "head"}
) | {"li", "item", "table", "aside", "section", "span", "quote", "blockquote", "ul", "list", "a"}


def remove_promotions(root: "_Element") -> None:
    """Take the promotions out of a tree."""
    for element in list(root.iter()):
        if name_of(element) in _CANDIDATES and _is_promotion(element):
            remove(element)


def _is_promotion(element: "_Element") -> bool:
    parent = element.getparent()
    if parent is None:
        return False
    text = _text_within(element) if _is_alone(element) else None
    if text is None:
        return False
    if _LABEL.match(text):
        return _links_most(element, text) or len(text.split()) <= 5
    found = _ELSEWHERE.match(text)
    return found is not None and (found[0] == text or _links_most(element, text))


def _text_within(element: "_Element") -> str | None:
    parts, total = [], 0
    for part in element.itertext():
        parts.append(part)
        total += len(part.strip())
        if total > _LONGEST:
            return None
    return " ".join("".join(parts).split())


def _is_alone(element: "_Element") -> bool:
    # An inline element is a promotion only where nothing stands beside it.
    if name_of(element) not in {"strong", "b", "em", "i", "span", "a"}:
        return True
    parent = element.getparent()
    assert parent is not None
    sibling = element.getprevious()
    before = parent.text if sibling is None else sibling.tail
    return not (before or "").strip() and not (element.tail or "").strip()


def _links_most(element: "_Element", text: str) -> bool:
    """Whether what follows the label is nothing but links."""
    linked = sum(
        len("".join(link.itertext()).strip())
        for link in element.iter()
        if name_of(link) in {"a", "ref"}
    )
    return linked * 2 >= len(text)
