"""What the site adds to the pages of docs: the version, the pages that are kept elsewhere, and links out of docs.

The pages are written to be read on GitHub, too. There, a link may lead to any file of the repository.
"""

import os
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {"SECURITY.md": "security.md", "CONTRIBUTING.md": "contributing.md"}
HOME = {"README.md": "index.md"}
FENCES = re.compile(r"(^ *```.*?^ *```)", re.DOTALL | re.MULTILINE)
FENCE = re.compile(r" *```")
ITEM = re.compile(r"( *)([-*]|\d+\.) +(?=\S)")
LINK = re.compile(r"(\]\()([^)\s]+)(\))")


def version():
    pom = ElementTree.parse(ROOT / "pom.xml")
    return pom.findtext("{http://maven.apache.org/POM/4.0.0}version")


def on_config(config):
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    contributing = next(part["Contributing"] for part in config.nav if "Contributing" in part)
    contributing.append({"Decisions": [f"decisions/{page.name}" for page in decisions]})
    config.copyright = f"cffi4j {version()}, Apache-2.0"
    return config


def on_files(files, config):
    for source, page in ELSEWHERE.items():
        files.append(File.generated(config, page, content=(ROOT / source).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri == "index.md":
        page.meta["hide"] = ["navigation"]
    kept_at = {page_uri: source for source, page_uri in ELSEWHERE.items()}
    source = kept_at.get(page.file.src_uri, "docs/" + page.file.src_uri)
    parts = FENCES.split(as_python_markdown(markdown))
    return "".join(part if index % 2 else LINK.sub(lambda link: moved(link, source, page, config), part)
                   for index, part in enumerate(parts))


def moved(link, source, page, config):
    """The link, if it leads to a page of the site; otherwise one to the file in the repository."""
    target = urlsplit(link[2])
    if target.scheme or not target.path:
        return link[0]
    file = os.path.normpath(os.path.join(os.path.dirname(source), target.path))
    uri = ELSEWHERE.get(file) or HOME.get(file)
    if uri is None and file.startswith("docs/"):
        uri = file[len("docs/"):]
    if uri is None:
        if not (ROOT / file).exists():
            return link[0]                        # the build refuses it
        kind = "tree" if (ROOT / file).is_dir() else "blob"
        to = f"{config.repo_url}/{kind}/main/{file}"
    else:
        to = os.path.relpath(uri, os.path.dirname(page.file.src_uri) or ".")
    if target.fragment:
        to += "#" + target.fragment
    return link[1] + to + link[3]


def as_python_markdown(text):
    """The text as Python-Markdown reads what GitHub reads: an empty line before lists and tables, and four spaces for each level."""
    lines, offsets, fenced, before = [], [], False, ""
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        item = None if fenced else ITEM.match(line)
        if item:
            while offsets and indent < offsets[-1]:
                offsets.pop()
            if not offsets and before.strip() and not ITEM.match(before):
                lines.append("")
            new = "    " * len(offsets) + line.lstrip(" ")
            offsets.append(item.end())
        else:
            if not fenced and line.strip() and indent == 0 and (not before.strip() or line.startswith(("#", "|", "```", "<"))):
                offsets.clear()
            if not fenced and line.startswith("|") and before.strip() and not before.startswith("|"):
                lines.append("")
            levels = [offset for offset in offsets if offset <= indent]
            new = "    " * len(levels) + line[levels[-1]:] if levels else line
        if FENCE.match(line):
            fenced = not fenced
        lines.append(new)
        before = line if not (item and offsets and len(offsets) > 1) else "- "
        if offsets and not item and line.strip():
            before = "- "                         # a line of a list: what follows is no new list
    return "\n".join(lines)
