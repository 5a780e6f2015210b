"""The README's recipes for other programs, and those programs: real where they are installed.

Where one is not, a stand-in does what its manual says of how it calls a browser or a pager, so
that the recipe is tried all the same.
"""

import os
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

NEWSBOAT = r"""
import pathlib, re, subprocess, sys, tempfile, xml.etree.ElementTree as tree
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
deeds = dict(re.findall(r'^(\w+) "(.*)"$', pathlib.Path(given["-C"]).read_text(), re.M))
feed = pathlib.Path(given["-u"]).read_text().strip().removeprefix("file://")
item = tree.parse(feed).find("channel/item")
text = f"Feed: News\nTitle: {item.findtext('title')}\nLink: {item.findtext('link')}\n \n"
article = tempfile.NamedTemporaryFile(prefix="newsboat-article.")
article.write((text + re.sub("<[^>]*>", "", item.findtext("description")) + "\n").encode())
article.flush()
for key in iter(lambda: input("newsboat: News\n"), "q"):
    name, mark, value = ("browser", "%u", item.findtext("link"))
    if key == "":
        name, mark, value = ("pager", "%f", article.name)
    subprocess.call(deeds[name].replace(mark, "'" + value + "'"), shell=True)
"""
CURL = "import sys, urllib.request as r; print(r.urlopen(sys.argv[-1]).read().decode())"
GIT = """
import os, subprocess
subprocess.call(os.environ["PAGER"], stdin=open("README.md"), shell=True)
"""
READER = """
import sys
sys.path.insert(0, {root!r})
from reader.cli.main import main
sys.exit(main())
"""
STAND_INS = {"newsboat": NEWSBOAT, "curl": CURL, "git": GIT}


def recipe(name: str) -> list[str]:
    """The lines of the README's block of that name."""
    readme = (ROOT / "README.md").read_text("utf-8")
    block = re.search(rf"<!-- {name} -->\n```\w*\n(.*?)```", readme, re.DOTALL)
    assert block
    return block[1].splitlines()


def is_real(program: str) -> bool:
    """Whether the program itself is installed."""
    return shutil.which(program) is not None


def path_with(folder: Path) -> str:
    """A search path on which `reader` is this checkout's, and every program is there."""
    programs = {"reader": READER.format(root=str(ROOT))}
    programs |= {name: code for name, code in STAND_INS.items() if not is_real(name)}
    folder.mkdir()
    for name, code in programs.items():
        path = folder / name
        path.write_text(f"#!{sys.executable}\n{code}\n")
        path.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"
