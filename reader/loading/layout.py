"""The reading order of a page: columns are found by the gutter between them, read one by one."""

from statistics import median

from reader.loading.pdfpage import Fragment

_BIN = 2.0
_FEWEST = 4
"""Fragments on each side of a gutter."""
_MOST_ACROSS = 0.2
"""The share of fragments that may cross a gutter: headings and footers over all columns."""
_FULLNESS = 0.5
"""How much of a column its lines fill on the average; the cells of a table fill less."""


def in_reading_order(fragments: list[Fragment], depth: int = 0) -> list[list[Fragment]]:
    """The fragments of a page as columns to be read one after the other, each from its top."""
    gutter = _gutter(fragments) if depth < 4 else None
    if gutter is None:
        return [sorted(fragments, key=lambda each: (-each.middle, each.left))] if fragments else []
    across = [each for each in fragments if each.left < gutter < each.right]
    rest = [each for each in fragments if not each.left < gutter < each.right]
    columns: list[list[Fragment]] = []
    for band, crossing in _bands(rest, across):
        left = [each for each in band if each.right <= gutter]
        right = [each for each in band if each.left >= gutter]
        columns += in_reading_order(left, depth + 1) + in_reading_order(right, depth + 1)
        if crossing:
            columns.append(crossing)
    return columns


def _bands(
    rest: list[Fragment], across: list[Fragment]
) -> list[tuple[list[Fragment], list[Fragment]]]:
    """What stands above each group of lines over all columns, with that group; the last is bare."""
    bands = []
    left = sorted(rest, key=lambda each: -each.middle)
    for crossing in sorted(across, key=lambda each: -each.middle):
        above = [each for each in left if each.middle > crossing.middle]
        left = left[len(above) :]
        bands.append((above, [crossing]))
    return [*bands, (left, [])]


def _gutter(fragments: list[Fragment]) -> float | None:
    """The middle of the widest gap between two columns; None where there is one column."""
    if len(fragments) < 2 * _FEWEST:
        return None
    start = min(each.left for each in fragments)
    width = max(each.right for each in fragments) - start
    if not 4 * _BIN < width < 1e5:
        return None
    covered = [0] * (int(width / _BIN) + 1)
    for each in fragments:
        for index in range(int((each.left - start) / _BIN), int((each.right - start) / _BIN)):
            covered[index] += 1
    limit = len(fragments) * _MOST_ACROSS
    gaps = [gap for gap in _gaps(covered, limit) if gap[0] > 0 and gap[1] < len(covered)]
    good = [gap for gap in gaps if _parts_columns(fragments, start + (gap[0] + gap[1]) / 2 * _BIN)]
    if not good:
        return None
    first, last = min(good, key=lambda gap: (min(covered[gap[0] : gap[1]]), gap[0] - gap[1]))
    return start + (first + last) / 2 * _BIN


def _gaps(covered: list[int], limit: float) -> list[tuple[int, int]]:
    """Stretches of at least three bins that only few fragments cross."""
    gaps, first = [], 0
    for index, count in enumerate([*covered, len(covered) + int(limit) + 1]):
        if count > limit:
            if index - first >= 3:
                gaps.append((first, index))
            first = index + 1
    return gaps


def _parts_columns(fragments: list[Fragment], gutter: float) -> bool:
    left = [each for each in fragments if each.right <= gutter]
    right = [each for each in fragments if each.left >= gutter]
    if min(len(left), len(right)) < _FEWEST:
        return False
    shared = min(_top(left), _top(right)) - max(_bottom(left), _bottom(right))
    height = median(each.size for each in fragments)
    return shared > 3 * height and _is_full(left) and _is_full(right)


def _is_full(side: list[Fragment]) -> bool:
    width = max(each.right for each in side) - min(each.left for each in side)
    filled = sum(each.right - each.left for each in side) / len(side)
    return filled >= _FULLNESS * width or len(side) > 60


def _top(side: list[Fragment]) -> float:
    return max(each.top for each in side)


def _bottom(side: list[Fragment]) -> float:
    return min(each.bottom for each in side)
