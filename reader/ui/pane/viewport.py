"""The viewport: what part of the layout is on the screen, and painting it on the line API."""

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from reader.article import Article, Block, Span
from reader.ui.pane import scrollbar
from reader.ui.pane.layers import Layers
from reader.ui.pane.layout import Layout, Place
from reader.ui.pane.painting import Frame, Painter, text_width
from reader.ui.pane.palette import COMPONENTS, PREFIX, Palette
from reader.ui.pane.rows import Row

_STRIPS_KEPT = 3


class Viewport(Widget):
    """An article on the screen: it wraps what is near, paints what is seen, and scrolls."""

    COMPONENT_CLASSES = {PREFIX + name for name in COMPONENTS}
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._article = Article("", [Block("paragraph", 0, 0)])
        self._shown_layers = Layers()
        self._measure = 72
        self._wraps_code = True
        self._across = 0
        self._laid: Layout | None = None
        self._palette: Palette | None = None
        self._top = Place(0, 0, 0)
        self._top_offset = 0
        self._strips: dict[tuple[Place, str], Strip] = {}
        self._visible: list[Place] | None = None
        self._filled = Size(0, 0)
        self._point = 0

    def _overlay(self, layers: Layers) -> None:
        self._shown_layers = layers
        self._repaint()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _retouch(self, layers: Layers, spans: list[Span]) -> None:
        """Take other layers that differ in these spans only, and paint those rows anew."""
        self._shown_layers = layers
        if self._laid is None:
            return
        if not spans:
            return
        row_at = self._laid.row
        reach = Span(min(span.start for span in spans), max(span.end for span in spans))
        for place, cell in list(self._strips):
            if _touches(row_at(place), reach, spans):
                del self._strips[place, cell]
        rows = enumerate(map(row_at, self.in_view))
        touched = [y for y, row in rows if _touches(row, reach, spans)]
        if touched:
            width = self.size.width
            self.refresh(*(Region(0, y, width, 1) for y in touched))

    # Layout

    @property
    def laid(self) -> Layout:
        """The layout at the width that the pane has now."""
        width = text_width(self.size.width, self._measure)
        if self._laid is None or self._laid.width != width:
            self._laid = Layout(self._article, width, self._wraps_code)
            self._strips.clear()
            self._visible = None
            self._top = self._laid.place_of(self._top_offset)
        return self._laid

    def _relay(self) -> None:
        self._laid = None
        self._visible = None
        self._repaint()

    def notify_style_update(self) -> None:
        """Forget the colours: the theme or the style sheet has changed."""
        self._palette = None
        self._strips.clear()
        super().notify_style_update()

    @property
    def in_view(self) -> list[Place]:
        """The rows on the screen, from the top."""
        size = self.size
        if size != self._filled:
            self._filled, self._visible = size, None
            self._strips.clear()
        if self._visible is None:
            laid = self.laid
            self._visible = laid.filled(self._top, self.size.height)
            self._top = self._visible[0]
        return self._visible

    def visible_span(self) -> Span:
        """The stretch of the text that is on the screen."""
        visible = self.in_view
        return Span(self.laid.row(visible[0]).start, self.laid.row(visible[-1]).end)

    # Scrolling

    def scroll_rows(self, rows: int) -> None:
        """Move the text up by so many rows, or down where negative; the cursor stays."""
        self._set_top(self.laid.moved(self._top, rows))

    def _set_top(self, top: Place) -> None:
        before = self.in_view[0]
        self._top = top
        self._visible = None
        if self.in_view[0] == before:
            return
        self._top_offset = self.laid.row(self._top).start
        self.refresh()

    def reveal(self, offset: int, margin: int = 2) -> None:
        """Bring the row of `offset` on the screen: by a little where it is near, else centred."""
        laid, height = self.laid, max(1, self.size.height)
        place = laid.place_of(offset)
        margin = min(margin, (height - 1) // 2)
        visible = self.in_view
        if place in visible:
            row = visible.index(place)
            if row < margin:
                self.scroll_rows(row - margin)
            elif row >= height - margin:
                self.scroll_rows(row - (height - margin - 1))
            return
        self._set_top(self._near(place) or laid.moved(place, -(height // 3)))

    def _near(self, place: Place) -> Place | None:
        """The top that shows a place just outside the screen by scrolling a few rows."""
        visible, near = self.in_view, max(3, self.size.height // 3)
        step, edge = (-1, visible[0]) if place < visible[0] else (1, visible[-1])
        for rows in range(1, near):
            if self.laid.moved(edge, step * rows) == place:
                return self.laid.moved(self._top, step * (rows + 2))
        return None

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the pane that `crop` covers."""
        visible, bar = self.in_view, self._bar()
        self._prune()
        painter, rows = self._painter(), range(crop.y, crop.bottom)
        strips = [
            self._strip(painter, visible[y] if y < len(visible) else None, bar[y]) for y in rows
        ]
        if crop.x == 0 and crop.width == painter.frame.width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    @property
    def frame(self) -> Frame:
        """Where things stand across the pane."""
        return Frame.of(self.size.width, self.laid.width)

    def _painter(self) -> Painter:
        has_colours = not self.app.no_color
        layers, across = self._shown_layers, self._across
        return Painter(self.laid, layers, has_colours, self.frame, self._point, across)

    def _strip(self, painter: Painter, place: Place | None, bar: str) -> Strip:
        if self._palette is None:
            self._palette = Palette(self)
        width = painter.frame.width
        if place is None:
            return self._palette.strip(painter.empty(bar), width)
        found = self._strips.get((place, bar))
        if found is None:
            painted = painter.paint(painter.layout.row(place), bar)
            found = self._strips[place, bar] = self._palette.strip(painted, width)
        return found

    def _prune(self) -> None:
        """Forget the strips of rows that are far from the screen."""
        if len(self._strips) > _STRIPS_KEPT * self.size.height:
            near = set(self.in_view)
            self._strips = {key: strip for key, strip in self._strips.items() if key[0] in near}

    def _bar(self) -> list[str]:
        span, layers = self.visible_span(), self._shown_layers
        return scrollbar.cells(
            self.size.height, len(self._article.text), span, layers.hits, layers.annotated
        )


def _touches(row: Row, reach: Span, spans: list[Span]) -> bool:
    """Whether the row meets one of the spans; `reach` is from the first to the last of them."""
    if row.end < reach.start or reach.end < row.start:
        return False
    return any(span.start <= row.end and row.start <= span.end for span in spans)
