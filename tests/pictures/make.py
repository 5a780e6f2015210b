"""Makes the README's pictures with the program itself: `python -m tests.pictures.make`."""

import tempfile
from pathlib import Path

from tests.ui.story import Reader, play

HERE = Path(__file__).parent


async def _reading(reader: Reader) -> None:
    await reader.press("full_stop", "full_stop", "2")
    await reader.press(".")
    await reader.press("a")
    await reader.type("Enam anggota, seperti di catatan.")
    await reader.press("escape")
    await reader.press(".", ".")
    (HERE / "reading.svg").write_text(reader.pilot.app.export_screenshot(), "utf-8")


async def _states(reader: Reader) -> None:
    await reader.press("g", "s", *["down"] * 8)
    size = reader.pilot.app.size
    name = f"states-{size.width}x{size.height}.svg"
    (HERE / name).write_text(reader.pilot.app.export_screenshot(), "utf-8")


def main() -> None:
    """Play the stories and keep what they show."""
    with tempfile.TemporaryDirectory() as folder:
        play(_reading, Path(folder))
        play(_states, Path(folder), size=(120, 40))
        play(_states, Path(folder), size=(80, 24))


if __name__ == "__main__":
    main()
