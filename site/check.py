"""Checks the built site: nothing is loaded from another host, and each link and anchor leads somewhere.

    check.py <folder of the built site>
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What a browser loads by itself; a plain link of the reader's choice may lead to another host.
LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("source", "srcset"), ("video", "src"),
          ("audio", "src"), ("embed", "src"), ("object", "data"), ("image", "href"), ("use", "href"), ("input", "src")}
LOADED_BY_LINK = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"}
# In the text of a paragraph, this was to be a list, a table or a block of code.
MARKDOWN = re.compile(r"(^|\n)\s*([-*] |\d+\. |\|[^\n]*\|\s*\n\|-|```)")
CSS_URL = re.compile(r"url\(\s*['\"]?(.*?)['\"]?\s*\)|@import\s+['\"](.*?)['\"]")


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.names, self.links, self.assets = set(), [], []
        self.paragraph, self.paragraphs = None, []

    def handle_data(self, data):
        if self.paragraph is not None:
            self.paragraph += data

    def handle_endtag(self, tag):
        if tag == "p" and self.paragraph is not None:
            self.paragraphs.append(self.paragraph)
            self.paragraph = None

    def handle_starttag(self, tag, attributes):
        if tag == "p":
            self.paragraph = ""
        found = dict(attributes)
        for name in ("id", "name"):
            if found.get(name) and (name == "id" or tag == "a"):
                self.names.add(found[name])
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if tag == "link" and set((found.get("rel") or "").split()) & LOADED_BY_LINK and found.get("href"):
            self.assets.append(found["href"])
        for name, value in attributes:
            if (tag, name) in LOADED and value:
                self.assets.append(value.split()[0] if name == "srcset" else value)
            if name == "style" and value:
                self.assets += [a or b for a, b in CSS_URL.findall(value)]


def external(address):
    return address.startswith("//") or urlsplit(address).scheme not in ("", "data")


def main():
    root = Path(sys.argv[1]).resolve()
    pages = {}
    for file in sorted(root.rglob("*.html")):
        page = Page()
        page.feed(file.read_text(encoding="utf-8"))
        pages[file] = page
    if len(pages) < 20:
        sys.exit(f"only {len(pages)} pages below {root}")
    wrong, links = [], 0
    for file, page in pages.items():
        for paragraph in page.paragraphs:
            if MARKDOWN.search(paragraph) and "api" not in file.relative_to(root).parts:
                wrong.append(f"{file.relative_to(root)}: a list, a table or code is shown as text: {paragraph.strip()[:80]!r}")
        for asset in page.assets:
            if external(asset):
                wrong.append(f"{file.relative_to(root)}: loads {asset}")
        for address in page.links + [asset for asset in page.assets if not external(asset)]:
            target = urlsplit(address)
            if target.scheme or address.startswith("//"):
                continue
            links += 1
            path = unquote(target.path)
            to = file if not path else (root / path.lstrip("/") if path.startswith("/") else (file.parent / path)).resolve()
            to = to / "index.html" if to.is_dir() else to
            if not to.is_file():
                wrong.append(f"{file.relative_to(root)}: leads to {address}, which is not there")
            elif target.fragment and to in pages and unquote(target.fragment) not in pages[to].names:
                # __ is the theme's own. JDK 17's javadoc shortens the names of packages there, and not the anchors.
                if not target.fragment.startswith("__") and file.name != "constant-values.html":
                    wrong.append(f"{file.relative_to(root)}: leads to {address}, which has no such anchor")
    for file in sorted(root.rglob("*.css")):
        for match in CSS_URL.findall(file.read_text(encoding="utf-8")):
            address = match[0] or match[1]
            if external(address):
                wrong.append(f"{file.relative_to(root)}: loads {address}")
    for message in wrong:
        print(message)
    if wrong:
        sys.exit(f"{len(wrong)} faults in the site")
    print(f"{len(pages)} pages, {links} links, nothing is loaded from elsewhere")


if __name__ == "__main__":
    main()
